import { oneLine } from '../text/oneLine.ts';
import { numberFormat } from './formats.ts';

/** A sum as it stands behind the name of a group, such as "$1.2M"; without a currency that is one, it is a number. */
export function compactMoneyText(value: number, currency: string, locale: string): string {
	const format = { notation: 'compact', maximumFractionDigits: 1 } as const;
	if (!isCode(currency))
		return [numberFormat(locale, format).format(value), oneLine(currency, 12)]
			.filter((part) => part)
			.join(' ');
	return numberFormat(locale, { ...format, style: 'currency', currency, currencyDisplay: 'symbol' }).format(
		value,
	);
}

function isCode(currency: string): boolean {
	return /^[A-Za-z]{3}$/.test(currency);
}

/**
 * A deal's value as people of the locale write it.
 * @param style `narrow` for a row ("$50,000"), `name` for a screen reader ("50,000 US dollars")
 */
export function moneyText(
	value: number,
	currency: string | undefined,
	locale: string,
	style: 'narrow' | 'name' = 'narrow',
): string {
	// Three, because some currencies have thousandths.
	const format = { maximumFractionDigits: Number.isInteger(value) ? 0 : 3 };
	if (!currency || !isCode(currency))
		return [numberFormat(locale, format).format(value), oneLine(currency ?? '', 12)]
			.filter((part) => part)
			.join(' ');
	const currencyDisplay = style === 'name' ? 'name' : 'symbol';
	return numberFormat(locale, { ...format, style: 'currency', currency, currencyDisplay }).format(value);
}
