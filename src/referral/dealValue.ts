import type { Referral } from '../partner/referral.ts';
import { moneyText } from './money.ts';

/** A deal's value as it is shown; empty when none came. */
export function dealValueText(
	{ details }: Referral,
	locale: string,
	style: 'narrow' | 'name' = 'narrow',
): string {
	const { dealValue, currency } = details ?? {};
	return dealValue === undefined ? '' : moneyText(dealValue, currency, locale, style);
}
