import type { Referral } from '../../partner/referral.ts';
import { instantIn } from '../instant.ts';

/** What the sides of an engagement can disagree about, in the order in which it is told. */
export const differingFields = ['status', 'value', 'closing'] as const;
export type DifferingField = (typeof differingFields)[number];

/** About what two referrals of one engagement disagree; both have it. */
export interface Difference {
	readonly field: DifferingField;
}

/**
 * Where two sides of one deal disagree, whichever is named first. What one of them doesn't say is no disagreement, nor is what
 * can't be compared, such as a date that is none.
 */
export function differencesOf(one: Referral, other: Referral): readonly Difference[] {
	return differingFields.filter((field) => disagree[field](one, other)).map((field) => ({ field }));
}

const disagree = {
	status: (one, other) =>
		areOther(wordIn(one.status), wordIn(other.status)) ||
		areOther(wordIn(one.substatus), wordIn(other.substatus)),
	value: ({ details: one }, { details: other }) => {
		if (one?.dealValue === undefined || other?.dealValue === undefined) return false;
		// Another currency is another value, also of the same number: nobody knows at which rate it would be changed.
		return (
			one.dealValue !== other.dealValue || areOther(currencyIn(one.currency), currencyIn(other.currency))
		);
	},
	// By the day, as Partner Center shows it: somebody's midnight is another time of the same day.
	closing: ({ details: one }, { details: other }) =>
		areOther(dayIn(one?.closingDateTime), dayIn(other?.closingDateTime)),
} as const satisfies Record<DifferingField, (one: Referral, other: Referral) => boolean>;

function areOther<T>(one: T | undefined, other: T | undefined): boolean {
	return one !== undefined && other !== undefined && one !== other;
}

/** A status without regard to case; `None` is the service's own word for nothing. */
function wordIn(text: string | undefined): string | undefined {
	const word = text?.trim().toLowerCase();
	return word && word !== 'none' ? word : undefined;
}

function currencyIn(text: string | undefined): string | undefined {
	return text?.trim().toUpperCase() || undefined;
}

const day = 24 * 60 * 60 * 1000;

/** In days since 1970, in UTC. */
function dayIn(text: string | undefined): number | undefined {
	const instant = instantIn(text?.trim() ?? '');
	return instant === undefined ? undefined : Math.floor(instant / day);
}
