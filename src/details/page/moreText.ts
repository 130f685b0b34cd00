import * as l10n from '@vscode/l10n';

/** Says that more elements or fields came than the page shows. */
export function moreText(left: number, locale: string): string {
	return l10n.t('{0} more in the JSON', new Intl.NumberFormat(locale).format(left));
}

/** Says that a text goes on. */
export function moreCharactersText(left: number, locale: string): string {
	const count = new Intl.NumberFormat(locale).format(left);
	return new Intl.PluralRules(locale).select(left) === 'one'
		? l10n.t('{0} more character in the JSON', count)
		: l10n.t('{0} more characters in the JSON', count);
}
