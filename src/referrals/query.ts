import type { Status, Substatus } from './lifecycle.ts';

/** Which referrals the user wants to see. One plain value: what is sent, shown and grouped derives from it. */
export interface Query {
	readonly status?: Status;
	/** Goes with the status when there is one. */
	readonly substatus?: Substatus;
	readonly engagementId?: string;
	/** An instant as ISO 8601 in UTC, such as `2026-10-24T00:00:00Z`. */
	readonly updatedSince?: string;
	/** The mail address of somebody in the partner's team. */
	readonly teamEmail?: string;
	readonly sort: Sort;
}

/** By creation: what is newest or oldest first. */
type Sort = 'newest' | 'oldest';

/** Everything, newest first: what is shown when nothing is asked for. */
export const everything: Query = { sort: 'newest' };

/** Whether a query leaves anything out; an order alone doesn't. */
export function isFiltered({ sort: _, ...conditions }: Query): boolean {
	return Object.keys(conditions).length > 0;
}
