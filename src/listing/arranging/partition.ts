import { lookingFor, singleOf } from '../../query/condition/wanted.ts';
import type { Query } from '../../query/query.ts';
import type { Status, Substatus } from '../../referral/lifecycle.ts';
import { pairs } from '../../referral/pair.ts';

/** A part of what a query finds, which the service can be asked for alone. */
export interface Partition {
	/** Stable and unique among the partitions of every query. */
	readonly key: string;
	readonly status?: Status;
	readonly substatus?: Substatus;
}

/** The key of the partition that is all of what a query finds. */
export const wide = 'all';

/**
 * The partitions of a query: one for each known pair of status and substatus, and all of it, in which alone other pairs
 * can be found, since the service documents no way to ask for those. A query for one pair has no more than that.
 */
export function partitionsOf(query: Pick<Query, 'status' | 'substatus'>): readonly Partition[] {
	const { status, substatus } = query;
	const known = pairs.filter(
		(pair) =>
			(status === undefined || lookingFor(status)(pair.status)) &&
			(substatus === undefined || lookingFor(substatus)(pair.substatus)),
	);
	const isOnePair = singleOf(status) !== undefined && singleOf(substatus) !== undefined;
	return isOnePair ? known : [...known, { key: wide }];
}
