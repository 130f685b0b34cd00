import type { Status, Substatus } from '../referral/lifecycle.ts';

/**
 * Which referrals the user wants to see. One plain value: what is sent, shown, grouped, saved and linked derives
 * from it. What a field may hold is what `queryFields` reads for it.
 */
export interface Query {
	// Asked of the service.
	readonly status?: Status;
	/** Goes with the status when there is one. */
	readonly substatus?: Substatus;
	readonly engagementId?: string;
	/**
	 * An instant in UTC such as `2026-10-24T00:00:00Z`, or relative to now, back in time: `12h`, `7d`, `2w`, `3m`,
	 * `1y`.
	 */
	readonly updatedSince?: string;
	/** The first instant that is too late, written like `updatedSince`. */
	readonly updatedBefore?: string;
	/** The mail address of somebody in the partner's team. */
	readonly teamEmail?: string;
	readonly qualification?: string;
	readonly direction?: string;
	readonly type?: string;
	/** The customer's, in ISO 3166 alpha-2, upper case. */
	readonly country?: string;
	/** An OData expression that is sent as it is, in parentheses, with the other conditions. */
	readonly advanced?: string;

	// Looked for in loaded rows only, since the service documents no way to ask.
	/** In the names of deal and customer. */
	readonly text?: string;
	readonly valueAtLeast?: number;
	readonly valueAtMost?: number;
	/** ISO 4217, upper case. */
	readonly currency?: string;
	/** From now on, such as `7d`. */
	readonly expiresWithin?: string;
	/** The id or name of a product or a solution. */
	readonly product?: string;

	readonly sort: Sort;
}

/** By creation (`newest`, `oldest`) or by update. */
export const sorts = ['newest', 'oldest', 'lastUpdated', 'firstUpdated'] as const;
export type Sort = (typeof sorts)[number];

/** Everything, newest first: what is shown when nothing is asked for. */
export const everything: Query = { sort: 'newest' };

/** Whether a query leaves anything out; an order alone doesn't. */
export function isFiltered({ sort: _, ...conditions }: Query): boolean {
	return Object.keys(conditions).length > 0;
}

/** Whether a query leaves rows out that the service has sent. */
export function asksLoadedOnly(query: Query): boolean {
	const { text, valueAtLeast, valueAtMost, currency, expiresWithin, product } = query;
	return [text, valueAtLeast, valueAtMost, currency, expiresWithin, product].some(
		(condition) => condition !== undefined,
	);
}
