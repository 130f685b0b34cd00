import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { bulkDealOf } from './deal.ts';
import { problemText } from './problemText.ts';
import { problemsOf } from './rules.ts';

/** A referral with what Partner Center would say to its line, in words; nothing where it would take it. */
export interface Judged {
	readonly row: ListedReferral;
	readonly problems: readonly string[];
}

/** @param now milliseconds since 1970 */
export function judge(row: ListedReferral, now: number): Judged {
	return { row, problems: problemsOf(row, bulkDealOf(row), now).map(problemText) };
}

/** How many referrals have each problem, the most frequent one first. */
export function countedProblems(
	all: readonly Judged[],
): readonly (readonly [problem: string, count: number])[] {
	const counts = new Map<string, number>();
	for (const { problems } of all)
		for (const problem of new Set(problems)) counts.set(problem, (counts.get(problem) ?? 0) + 1);
	return [...counts].sort(([, one], [, other]) => other - one);
}
