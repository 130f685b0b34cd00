import * as vscode from 'vscode';

/** Reads which columns a copied table has; what is no list of texts counts as none. */
export function readCopyColumns(): readonly string[] {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const columns = settings.get<unknown>('copyColumns');
	return Array.isArray(columns) ? columns.filter((each) => typeof each === 'string') : [];
}
