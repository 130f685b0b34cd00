import * as l10n from '@vscode/l10n';

/** A flag in a word. */
export function yesOrNo(flag: boolean): string {
	return flag ? l10n.t('Yes') : l10n.t('No');
}
