import * as vscode from 'vscode';

/**
 * Lets the parts that don't know the editor speak its language, where there is a translation. Nothing is loaded where there
 * is none, as for English.
 */
export async function followLanguage(): Promise<void> {
	const { bundle } = vscode.l10n;
	if (!bundle) return;
	const { translate } = await import('../referral/translate.ts');
	translate(bundle);
}
