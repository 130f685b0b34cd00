import type { Referral } from '../partner/referral.ts';
import { instantIn } from './instant.ts';

/** The statuses of a referral in the order of its life; the service may send others too. */
export const statuses = ['New', 'Active', 'Closed'] as const;
export type Status = (typeof statuses)[number];

/** Which substatuses a status can have, by the service's documentation ("Referral resources"). */
export const substatusesOf = {
	New: ['Pending', 'Received'],
	Active: ['Accepted'],
	Closed: ['Won', 'Lost', 'Declined', 'Expired'],
} as const satisfies Record<Status, readonly string[]>;
export type Substatus = (typeof substatusesOf)[Status][number];

/**
 * Since when a referral is in the stage that it is in, as milliseconds since 1970: since it was created, accepted or closed,
 * which is all that the service tells. Undefined where it doesn't tell.
 */
export function stageSince(referral: Referral): number | undefined {
	const text = began(referral);
	return text === undefined ? undefined : instantIn(text);
}

function began(referral: Referral): string | undefined {
	switch (referral.status?.toLowerCase()) {
		case 'new':
			return referral.createdDateTime;
		case 'active':
			return referral.acceptedDateTime;
		case 'closed':
			return referral.closedDateTime;
		default:
			return undefined;
	}
}
