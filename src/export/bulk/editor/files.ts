import { posix } from 'node:path';
import * as vscode from 'vscode';
import { asPlain } from '../../../text/asPlain.ts';
import { fileWords } from '../../editor/fileWords.ts';

/** The places of several files: the one that was chosen, and beside it those with numbers from 2 on. */
export function numberedFiles(first: vscode.Uri, count: number): readonly vscode.Uri[] {
	const { dir, name, ext } = posix.parse(first.path);
	return Array.from({ length: count }, (_, at) =>
		at === 0 ? first : first.with({ path: posix.join(dir, `${name}-${at + 1}${ext}`) }),
	);
}

/** Whether files may be replaced that the user has not named, of which they are asked. */
export async function mayReplace(files: readonly vscode.Uri[]): Promise<boolean> {
	const known = await Promise.all(
		files.map(async (file) => {
			const found = await vscode.workspace.fs.stat(file).then(
				() => true,
				() => false,
			);
			return found ? [fileWords(file)] : [];
		}),
	);
	const names = known.flat();
	if (names.length === 0) return true;
	const question = vscode.l10n.t('Replace {0}, too?', names.join(', '));
	const detail = vscode.l10n.t('One file takes no more than 1,000 referrals, so that several are written.');
	const replace = vscode.l10n.t('Replace');
	const chosen = await vscode.window.showWarningMessage(asPlain(question), { modal: true, detail }, replace);
	return chosen === replace;
}
