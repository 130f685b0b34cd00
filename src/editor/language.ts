import * as vscode from 'vscode';

// Files that import the editor's API say `vscode.l10n.t`, which is right from the start and costs nothing when the extension
// is activated; all others say `l10n.t` of `@vscode/l10n`, since they can't have it. Both read the same bundle, and tools
// for translators find both, in files that import them under these names.

/**
 * Lets the parts that don't know the editor speak its language, where there is a translation. Nothing is loaded where there
 * is none, as for English. Whoever shows something waits for this: what is said before it is English.
 */
export async function followLanguage(): Promise<void> {
	const { bundle } = vscode.l10n;
	if (!bundle) return;
	const [{ translate }, { followPluralsOf }] = await Promise.all([
		import('../referral/translate.ts'),
		import('../text/plural.ts'),
	]);
	translate(bundle);
	followPluralsOf(vscode.env.language);
}
