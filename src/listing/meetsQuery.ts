import type { Query } from '../query/query.ts';
import type { ListedReferral } from './arranging/listed.ts';
import { conditionOn } from './conditionOn.ts';
import { judgeOf } from './fitsQuery.ts';

/**
 * Whether a referral that has come otherwise is one that a query would show; undefined for a query of which that can't be
 * told here. What a referral doesn't say it doesn't meet: nothing is guessed.
 * @param now milliseconds since 1970
 */
export function meetsQuery(query: Query, now: number): ((row: ListedReferral) => boolean) | undefined {
	// OData that a user wrote can ask for what no row has.
	if (query.advanced !== undefined) return undefined;
	const judge = judgeOf(query, now);
	const shows = conditionOn(query, now);
	return (row) => judge(row.sent.referral) === true && (shows?.(row) ?? true);
}
