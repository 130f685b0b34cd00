import type { Referral } from '../partner/referral.ts';
import { oneLine } from '../text/oneLine.ts';
import { dealValueText } from './dealValue.ts';
import { expiryOf, expiryText } from './expiry.ts';
import { labelOf } from './label.ts';

/** For whom and when a text is written. */
export interface Reader {
	/** A BCP 47 language tag. */
	readonly locale: string;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** What stands in grey behind a referral's label: its value, and the time left while it is new. */
export function descriptionOf(referral: Referral, { locale, now }: Reader): string {
	const expiry = expiryOf(referral);
	return [dealValueText(referral, locale), expiry !== undefined && expiryText(expiry, now)]
		.filter((text) => text)
		.join(' · ');
}

/** A referral as a sentence for a screen reader, which reads neither colours nor icons. */
export function spoken(referral: Referral, { locale, now }: Reader): string {
	const { customerProfile, status, substatus } = referral;
	const expiry = expiryOf(referral);
	const label = labelOf(referral);
	const customer = oneLine(customerProfile?.name ?? '');
	const parts = [
		label,
		customer !== label && customer,
		status,
		substatus,
		dealValueText(referral, locale, 'name'),
		expiry !== undefined && expiryText(expiry, now),
	];
	return parts
		.filter((part) => typeof part === 'string')
		.map((part) => oneLine(part))
		.filter((part) => part)
		.join(', ');
}
