import type { Referral } from '../../partner/referral.ts';
import { instantIn, isNoDate } from '../../referral/instant.ts';
import type { ListedReferral } from '../arranging/listed.ts';

/** What is watched of a referral. */
export const watched = ['status', 'substatus', 'value', 'currency', 'closing', 'expiry'] as const;
export type Watched = (typeof watched)[number];

/** What is watched of one state of a referral. */
export interface Facts {
	/** By the service, in milliseconds since 1970; NaN when it didn't say. */
	readonly updated: number;
	/** Whether it was asked for by id: lists leave fields out. */
	readonly isWhole: boolean;
	/** As they came; what was not sent is empty. */
	readonly texts: Readonly<Record<Watched, string>>;
}

/** Longer than any that means something; what a hostile service sends is not kept beyond it. */
const longest = 100;

/** What is watched of a state. */
export function factsOf({ sent, origin }: Pick<ListedReferral, 'sent' | 'origin'>): Facts {
	const { referral } = sent;
	const { details } = referral;
	const value = details?.dealValue;
	return {
		updated: instantOf(referral.updatedDateTime),
		isWhole: origin.whole,
		texts: {
			status: cut(referral.status),
			substatus: cut(referral.substatus),
			value: value === undefined ? '' : `${value}`,
			currency: cut(details?.currency),
			closing: cut(details?.closingDateTime),
			expiry: cut(referral.expirationDateTime),
		},
	};
}

/** When it was created by the service's clock, in milliseconds since 1970; NaN when it didn't say. */
export function createdOf({ createdDateTime }: Referral): number {
	return instantOf(createdDateTime);
}

/** A text that is the same for all that nobody would call a change. */
export function canonical(field: Watched, text: string): string {
	switch (field) {
		case 'status':
		case 'substatus':
		case 'currency':
			return text.trim().toLowerCase();
		case 'value':
			return text;
		case 'closing':
		case 'expiry':
			return minuteIn(text);
	}
}

/** The words for a date have no seconds. */
function minuteIn(text: string): string {
	const instant = instantIn(text);
	if (instant === undefined) return isNoDate(text) ? '' : text;
	return `${Math.floor(instant / 60_000)}`;
}

function instantOf(text: string | undefined): number {
	return (text === undefined ? undefined : instantIn(text)) ?? Number.NaN;
}

function cut(text = ''): string {
	return text.slice(0, longest);
}
