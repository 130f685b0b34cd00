import type { Referral } from '../partner/referral.ts';
import { nameText } from '../text/nameText.ts';
import { oneLine } from '../text/oneLine.ts';
import { dealValueText } from './dealValue.ts';
import { expiryOf, expiryText } from './expiry.ts';
import { labelOf } from './label.ts';
import { statusText } from './statusText.ts';

/** For whom and when a text is written. */
export interface Reader {
	/** A BCP 47 language tag. */
	readonly locale: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** By its IANA name; UTC where there is none. */
	readonly timeZone?: string | undefined;
}

/** What stands in grey behind a referral's label: its value, and the time left while it is new. */
export function descriptionOf(referral: Referral, { locale, now }: Reader): string {
	const expiry = expiryOf(referral);
	return [dealValueText(referral, locale), expiry !== undefined && expiryText(expiry, now, locale)]
		.filter((text) => text)
		.join(' · ');
}

/** What a screen reader says of a referral, which reads neither colours nor icons. */
export function spoken(referral: Referral, { locale, now }: Reader): string {
	const { customerProfile, status, substatus } = referral;
	const expiry = expiryOf(referral);
	const label = labelOf(referral);
	const customer = nameText(customerProfile?.name);
	const parts = [
		label,
		customer !== label && customer,
		statusText(status),
		statusText(substatus),
		dealValueText(referral, locale, 'name'),
		expiry !== undefined && expiryText(expiry, now, locale),
	];
	return parts
		.map((part) => oneLine(part || ''))
		.filter((part) => part)
		.join(', ');
}
