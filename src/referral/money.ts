import { oneLine } from '../text/oneLine.ts';
import { numberFormat } from './formats.ts';

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
	if (!currency || !/^[A-Za-z]{3}$/.test(currency))
		return [numberFormat(locale, format).format(value), oneLine(currency ?? '', 12)]
			.filter((part) => part)
			.join(' ');
	const currencyDisplay = style === 'name' ? 'name' : 'symbol';
	return numberFormat(locale, { ...format, style: 'currency', currency, currencyDisplay }).format(value);
}
