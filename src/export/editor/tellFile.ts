import process from 'node:process';
import * as vscode from 'vscode';
import { asPlain } from '../../text/asPlain.ts';

/** Tells of a file that was written, and offers to look at it in the ways that work here. */
export async function tellFile(uri: vscode.Uri, sentence: string): Promise<void> {
	const actions = isDesktop(uri) ? [openOutside(), reveal()] : [openInside()];
	await (await vscode.window.showInformationMessage(asPlain(sentence), ...actions))?.run(uri);
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
