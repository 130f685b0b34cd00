import { posix } from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';
import type { Entry } from '../format.ts';
import type { ExportTarget, FormatName } from './pickTarget.ts';

/** What was exported. */
export interface Exported {
	readonly target: ExportTarget;
	readonly entries: readonly Entry[];
	/** Whether it is all that there is. */
	readonly complete: boolean;
}

/** Says what was exported, and offers to look at it in the ways that work here. */
export async function tellExported({ target, entries, complete }: Exported): Promise<void> {
	const { uri, format } = target;
	const unreadable = entries.filter(({ kind }) => kind === 'unreadable').length;
	const sentences = [
		`Exported ${counted(entries.length - unreadable, 'referral')} to ${posix.basename(uri.path)}.`,
		!complete && 'Partner Center has more, which were not loaded.',
		unreadable > 0 && unreadableTexts[format](counted(unreadable, 'element')),
	].filter((sentence) => sentence);
	const actions = isDesktop(uri) ? [openOutside, reveal] : [openInside];
	await (await vscode.window.showInformationMessage(sentences.join(' '), ...actions))?.run(uri);
}

const unreadableTexts = {
	csv: (count: string) => `${count} that can't be read as referrals were left out.`,
	jsonl: (count: string) => `${count} that can't be read as referrals stand at its end.`,
} as const satisfies Record<FormatName, (count: string) => string>;

function counted(count: number, noun: string): string {
	return `${count.toLocaleString(vscode.env.language)} ${count === 1 ? noun : `${noun}s`}`;
}

/** Whether the file is on the computer that the user sits at. */
function isDesktop({ scheme }: vscode.Uri): boolean {
	return scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
}

/** In the program that the system has for it, such as Excel. */
const openOutside = { title: 'Open', run: (uri: vscode.Uri) => vscode.env.openExternal(uri) };

const openInside = {
	title: 'Open',
	run: (uri: vscode.Uri) => vscode.commands.executeCommand('vscode.open', uri),
};

const revealTitles: Readonly<Record<string, string>> = {
	darwin: 'Reveal in Finder',
	win32: 'Reveal in File Explorer',
};

const reveal = {
	title: revealTitles[process.platform] ?? 'Open Containing Folder',
	run: (uri: vscode.Uri) => vscode.commands.executeCommand('revealFileInOS', uri),
};
