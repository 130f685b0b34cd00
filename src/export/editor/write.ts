import * as vscode from 'vscode';
import { cancellableProgress, type Tell } from '../../editor/cancellableProgress.ts';
import { plural } from '../../text/plural.ts';
import type { Entry, ExportFormat } from '../format.ts';
import { type ExportStep, exportSteps } from '../steps.ts';
import { replaceDocument } from './replaceDocument.ts';
import { replaceFile } from './replaceFile.ts';

/**
 * Writes an export with progress that can be cancelled. Rejects with the file system's error.
 * @returns whether the file was written; not when the user cancelled
 */
export function writeExport<Element extends Entry>(
	entries: readonly Element[],
	format: ExportFormat<Element>,
	uri: vscode.Uri,
): Thenable<boolean> {
	return writeTexts((tell) => reported(exportSteps(entries, format), entries.length, tell), uri);
}

/** The same of a file that is made otherwise. @param textsFor makes its pieces, and tells how far it has come */
export function writeTexts(textsFor: (tell: Tell) => Iterable<string>, uri: vscode.Uri): Thenable<boolean> {
	return cancellableProgress(vscode.l10n.t('Exporting referrals'), async (signal, tell) => {
		const texts = textsFor(tell);
		try {
			await (uri.scheme === 'file'
				? replaceFile(uri.fsPath, texts, signal)
				: replaceDocument(uri, texts, signal));
			return true;
		} catch (error) {
			if (signal.aborted) return false;
			throw error;
		}
	});
}

function* reported(steps: Iterable<ExportStep>, total: number, tell: Tell): Generator<string> {
	let before = 0;
	const all = countText(total);
	for (const { text, done } of steps) {
		yield text;
		const message = plural(total, {
			one: vscode.l10n.t('{0} of {1} row', countText(done), all),
			other: vscode.l10n.t('{0} of {1} rows', countText(done), all),
		});
		tell(message, (100 * (done - before)) / total);
		before = done;
	}
}

function countText(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
