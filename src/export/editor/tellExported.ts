import { posix } from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';
import { asPlain } from '../../text/asPlain.ts';
import { plural } from '../../text/plural.ts';
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
		exportedText(entries.length - unreadable, posix.basename(uri.path)),
		!complete && vscode.l10n.t('Partner Center has more, which were not loaded.'),
		unreadable > 0 && unreadableTexts[format](unreadable),
	].filter((sentence) => sentence);
	const actions = isDesktop(uri) ? [openOutside(), reveal()] : [openInside()];
	await (await vscode.window.showInformationMessage(asPlain(sentences.join(' ')), ...actions))?.run(uri);
}

function exportedText(count: number, file: string): string {
	return plural(count, {
		one: vscode.l10n.t('Exported {0} referral to {1}.', countText(count), file),
		other: vscode.l10n.t('Exported {0} referrals to {1}.', countText(count), file),
	});
}

const unreadableTexts = {
	csv: (count) =>
		plural(count, {
			one: vscode.l10n.t("{0} element that can't be read as a referral was left out.", countText(count)),
			other: vscode.l10n.t("{0} elements that can't be read as referrals were left out.", countText(count)),
		}),
	jsonl: (count) =>
		plural(count, {
			one: vscode.l10n.t("{0} element that can't be read as a referral stands at its end.", countText(count)),
			other: vscode.l10n.t(
				"{0} elements that can't be read as referrals stand at its end.",
				countText(count),
			),
		}),
} as const satisfies Record<FormatName, (count: number) => string>;

function countText(count: number): string {
	return count.toLocaleString(vscode.env.language);
}

/** Whether the file is on the computer that the user sits at. */
function isDesktop({ scheme }: vscode.Uri): boolean {
	return scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
}

type Action = vscode.MessageItem & { readonly run: (uri: vscode.Uri) => Thenable<unknown> };

/** In the program that the system has for it, such as Excel. */
function openOutside(): Action {
	return { title: vscode.l10n.t('Open'), run: (uri) => vscode.env.openExternal(uri) };
}

function openInside(): Action {
	return { title: vscode.l10n.t('Open'), run: (uri) => vscode.commands.executeCommand('vscode.open', uri) };
}

function reveal(): Action {
	return {
		title: revealText(),
		run: (uri) => vscode.commands.executeCommand('revealFileInOS', uri),
	};
}

function revealText(): string {
	if (process.platform === 'darwin') return vscode.l10n.t('Reveal in Finder');
	if (process.platform === 'win32') return vscode.l10n.t('Reveal in File Explorer');
	return vscode.l10n.t('Open Containing Folder');
}
