import type { Query } from '../../query/query.ts';
import { type AttentionWishes, usualAttention } from '../../referral/attention/wishes.ts';
import type { Grouping, Lens } from './arrangement.ts';
import type { GroupBy } from './groupBy.ts';
import { groupingBy } from './groupings.ts';
import { type Attention, lensesAt, rulesAt } from './lenses.ts';
import type { ListedReferral } from './listed.ts';

/** How the user wants what has come to be arranged. */
export interface Arranging {
	readonly by: GroupBy;
	/** The first month of a fiscal year, from 1. */
	readonly fiscalYearStart: number;
	/** The same object as long as they are the same. */
	readonly attention: AttentionWishes;
	/** Whether what needs attention stands at the top, too. */
	readonly lenses: boolean;
	/** Whether the user has put a referral aside. */
	isQuiet(row: ListedReferral): boolean;
	/** When one of those comes back, in milliseconds since 1970; infinity for never. @param now the same */
	nextReturn(now: number): number;
}

/** By status, and nothing else. */
export const plainly: Arranging = {
	by: 'status',
	fiscalYearStart: 7,
	attention: usualAttention,
	lenses: false,
	isQuiet: () => false,
	nextReturn: () => Number.POSITIVE_INFINITY,
};

/** What arranging needs of the session that the rows are of. */
export interface Around {
	/** Milliseconds since 1970. */
	now(): number;
	/** Whether the other side of its engagement says something else. */
	disagrees(row: ListedReferral): boolean;
}

/** Makes the grouping that is wanted. */
export function groupingFor(arranging: Arranging, query: Query, around: Around): Grouping {
	const { by, fiscalYearStart } = arranging;
	const rulesOf = (row: ListedReferral) => rulesAt(row, around.now(), attentionOf(arranging, around));
	return groupingBy(by, query, { fiscalYearStart, rulesOf });
}

/** What stands above the branches; what needs attention isn't said twice. */
export function lensesFor(arranging: Arranging, around: Around): readonly Lens[] {
	if (!arranging.lenses || arranging.by === 'attention') return [];
	return lensesAt(around.now(), attentionOf(arranging, around));
}

/** The rules that a referral is looked at by. */
export function attentionOf({ attention, isQuiet }: Arranging, { disagrees }: Around): Attention {
	return { wishes: attention, disagrees, isQuiet };
}
