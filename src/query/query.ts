import type { Status, Substatus } from '../referral/lifecycle.ts';
import type { Wanted } from './condition/wanted.ts';

/**
 * Which referrals the user wants to see. One plain value: what is sent, shown, grouped, saved and linked derives
 * from it. What a field may hold is what `queryFields` reads for it.
 */
export interface Query {
	// Asked of the service; of what may be several or not be some, only a single value is.
	readonly status?: Wanted<Status>;
	/** Goes with the status when there is one. */
	readonly substatus?: Wanted<Substatus>;
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
	readonly qualification?: Wanted;
	readonly direction?: Wanted;
	readonly type?: Wanted;
	/** The customer's, in ISO 3166 alpha-2, upper case. */
	readonly country?: Wanted;
	/** An OData expression that is sent as it is, in parentheses, with the other conditions. */
	readonly advanced?: string;

	// Looked for in loaded rows only, since the service documents no way to ask.
	/** In the names of deal and customer. */
	readonly text?: Wanted;
	readonly valueAtLeast?: number;
	readonly valueAtMost?: number;
	/** ISO 4217, upper case. */
	readonly currency?: Wanted;
	/** From now on, such as `7d`. */
	readonly expiresWithin?: string;
	/** The id or name of a product or a solution. */
	readonly product?: Wanted;
	/** As the service writes it: its taxonomy changes each year. */
	readonly solutionArea?: Wanted;

	readonly sort: Sort;
}

/** By creation (`newest`, `oldest`) or by update, as the service can. */
const servedSorts = ['newest', 'oldest', 'lastUpdated', 'firstUpdated'] as const;
/** What it can't, so that only loaded rows have the order. The value is compared within a currency. */
const loadedSorts = ['firstExpiring', 'highestValue', 'customer', 'longestInStage'] as const;
export const sorts = [...servedSorts, ...loadedSorts];
export type ServedSort = (typeof servedSorts)[number];
export type Sort = ServedSort | (typeof loadedSorts)[number];

/** The order to ask the service for: where it doesn't know the one that is wanted, the one that is most like it. */
export function servedSort(sort: Sort): ServedSort {
	return served[sort];
}

const served = {
	...{ newest: 'newest', oldest: 'oldest', lastUpdated: 'lastUpdated', firstUpdated: 'firstUpdated' },
	// What came first expires first, and is in its stage for longest.
	...{ firstExpiring: 'oldest', longestInStage: 'oldest' },
	...{ highestValue: 'newest', customer: 'newest' },
} as const satisfies Record<Sort, ServedSort>;

/** Everything, newest first: what is shown when nothing is asked for. */
export const everything: Query = { sort: 'newest' };

/** Whether a query leaves anything out; an order alone doesn't. */
export function isFiltered({ sort: _, ...conditions }: Query): boolean {
	return Object.keys(conditions).length > 0;
}
