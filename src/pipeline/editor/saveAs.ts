import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { fileFailureText } from '../../export/editor/fileFailureText.ts';
import { replaceDocument } from '../../export/editor/replaceDocument.ts';
import { replaceFile } from '../../export/editor/replaceFile.ts';
import { exportName } from '../../export/fileName.ts';
import { asPlain } from '../../text/asPlain.ts';

const kinds = {
	csv: () => vscode.l10n.t('CSV'),
	png: () => vscode.l10n.t('Picture'),
	html: () => vscode.l10n.t('Page for printing'),
} as const;
export type FileKind = keyof typeof kinds;

/**
 * Saves something where the user wants it; whoever is asked confirms there that a file is overwritten.
 * @param name what it is of, in words for the name of the file
 * @param signal ends with what it is of
 * @returns where it was saved; undefined where the user didn't want it
 */
export async function saveAs(
	name: readonly string[],
	extension: FileKind,
	content: string | Uint8Array,
	signal: AbortSignal,
): Promise<vscode.Uri | undefined> {
	const uri = await vscode.window.showSaveDialog({
		defaultUri: vscode.Uri.file(join(homedir(), exportName(name, extension, new Date()))),
		filters: { [kinds[extension]()]: [extension] },
	});
	if (!uri) return undefined;
	signal.throwIfAborted();
	try {
		await (uri.scheme === 'file'
			? replaceFile(uri.fsPath, [content], signal)
			: replaceDocument(uri, [content], signal));
		return uri;
	} catch (error) {
		const sentence = fileFailureText(error);
		if (sentence === undefined) throw error;
		await vscode.window.showErrorMessage(asPlain(sentence));
		return undefined;
	}
}
