import type { Referral } from '../partner/referral.ts';
import { nameText } from '../text/nameText.ts';
import { countryText } from './countryText.ts';

/** Where a customer is, in one line, such as "Redmond, WA, United States (US)"; empty when nothing of it can be seen. */
export function placeText({ customerProfile }: Referral, locale: string): string {
	const { city, state, region, country = '' } = customerProfile?.address ?? {};
	return [nameText(city), nameText(state) || nameText(region), nameText(countryText(country, locale))]
		.filter((part) => part)
		.join(', ');
}
