/**
 * A country by its name and code, such as "Germany (DE)"; what is no code of ISO 3166 (alpha-2) is returned as it is.
 */
export function countryText(code: string, locale: string): string {
	if (!/^[A-Za-z]{2}$/.test(code)) return code;
	const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
	const name = names.of(code.toUpperCase());
	return name ? `${name} (${code})` : code;
}
