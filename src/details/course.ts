import type { Referral } from '../partner/referral.ts';
import { expiryOf } from '../referral/expiry.ts';
import { instantIn } from '../referral/instant.ts';
import { type Status, statuses } from '../referral/lifecycle.ts';
import { oneLine } from '../text/oneLine.ts';

/** One status of a referral's life, as far as the referral has come. */
export interface Stage {
	readonly status: Status;
	/** `skipped` by a referral that was closed without having been accepted. */
	readonly reached: 'past' | 'present' | 'future' | 'skipped';
	/** When the referral came to it, in milliseconds since 1970. */
	readonly since?: number;
}

/** Where in its life a referral is. */
export interface Course {
	/** New, Active, Closed; none is the present one where the status is not among them. */
	readonly stages: readonly Stage[];
	/** As the service sent them, in one line; empty when it did not. */
	readonly status: string;
	readonly substatus: string;
	/** When the referral came to its present status, as far as that is known. */
	readonly since?: number;
	/** When it expires; only while it is new. */
	readonly expiry?: number;
}

/** Draws the life of a referral. */
export function courseOf(referral: Referral): Course {
	const present = statuses.findIndex((each) => isSame(each, referral.status));
	const dates = [referral.createdDateTime, referral.acceptedDateTime, referral.closedDateTime];
	const instants = dates.map((date) => instantIn(date ?? ''));
	const stages = statuses.map((status, index): Stage => {
		const since = instants[index];
		const isSkipped = status === 'Active' && since === undefined && endedUnaccepted(referral);
		const reached = isSkipped ? 'skipped' : reachedAt(index, present);
		return { status, reached, ...(reached !== 'future' && since !== undefined && { since }) };
	});
	const since = instants[present];
	const expiry = expiryOf(referral);
	return {
		stages,
		status: oneLine(referral.status ?? ''),
		substatus: oneLine(referral.substatus ?? ''),
		...(since !== undefined && { since }),
		...(expiry !== undefined && { expiry }),
	};
}

function reachedAt(index: number, present: number): Stage['reached'] {
	if (index > present) return 'future';
	return index === present ? 'present' : 'past';
}

/** Whether nobody accepted it before it was closed. */
function endedUnaccepted({ status, substatus }: Referral): boolean {
	return isSame('Closed', status) && (isSame('Declined', substatus) || isSame('Expired', substatus));
}

// The documentation writes the values in PascalCase but doesn't promise it.
function isSame(known: string, sent: string | undefined): boolean {
	return known.toLowerCase() === sent?.toLowerCase();
}
