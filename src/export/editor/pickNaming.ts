import * as vscode from 'vscode';

/** Asks whether what is made for others tells customers and deals by their names; undefined when the user left. */
export async function pickNaming(title: string): Promise<boolean | undefined> {
	const items = [
		{
			label: vscode.l10n.t('With names'),
			detail: vscode.l10n.t('Deals and customers by their names, and what was typed as a reason'),
			named: true,
		},
		{
			label: vscode.l10n.t('Without names'),
			detail: vscode.l10n.t('The beginning of the id instead, and nothing that somebody typed'),
			named: false,
		},
	];
	const look = { title, placeHolder: vscode.l10n.t('How to tell of customers') };
	return (await vscode.window.showQuickPick(items, look))?.named;
}
