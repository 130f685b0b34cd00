import * as vscode from 'vscode';
import { textScheme } from '../../editor/textScheme.ts';

/** Takes away what was put into words before they were masked, and isn't put into words anew. Never rejects. */
export async function leaveWords(): Promise<void> {
	const { executeCommand } = vscode.commands;
	// Above what was said last, which stays for some seconds.
	vscode.window.setStatusBarMessage(vscode.l10n.t('Customers and people are hidden.'), 10_000);
	const { tabGroups } = vscode.window;
	const texts = tabGroups.all.flatMap(({ tabs }) => tabs).filter(isText);
	await Promise.allSettled([
		executeCommand('workbench.action.closeQuickOpen'),
		executeCommand('notifications.hideToasts'),
		executeCommand('notifications.hideList'),
		tabGroups.close(texts),
	]);
}

/** Such as a digest, or a report. */
function isText({ input }: vscode.Tab): boolean {
	return input instanceof vscode.TabInputText && input.uri.scheme === textScheme;
}
