import type { Sort } from './query.ts';

/** What each order of the rows is called. */
export const sortLabels = {
	newest: 'Newest first',
	oldest: 'Oldest first',
	lastUpdated: 'Last updated first',
	firstUpdated: 'Longest untouched first',
} as const satisfies Record<Sort, string>;
