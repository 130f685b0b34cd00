import * as vscode from 'vscode';

/** Says why there is nothing of an engagement. */
export function noEngagement(): string {
	return vscode.l10n.t('This referral has no engagement id.');
}
