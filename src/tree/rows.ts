import type { Branch } from '../listing/arranging/arrangement.ts';
import type { Exploration } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { type LastRow, mostShown, type Row, top } from './row/row.ts';

/** The rows in a branch, of what is loaded so far; none in one that only holds other branches. */
export function rowsIn(exploration: Exploration, key: string): readonly Row[] {
	const branch = exploration.arrangement.get(key);
	if (!branch) return [];
	const feed = exploration.feedOf(key);
	const last = feed ? lastRow(feed, branch) : branch.rows.length > mostShown && 'tooMany';
	return [
		...branch.rows.slice(0, mostShown).map(({ id }): Row => ({ kind: 'referral', branch: key, id })),
		...(feed && feed.unreadable.length > 0 ? [{ kind: 'unreadable', branch: key } as const] : []),
		...(last ? [{ kind: last, branch: key }] : []),
	];
}

/** The last row of all, where branches are filled from one feed; none where each has its own. */
export function rowsAtEnd(exploration: Exploration): readonly Row[] {
	const feed = exploration.feedOf(top);
	if (!feed) return [];
	const { complete } = feed;
	const unreadable: readonly Row[] = feed.unreadable.length > 0 ? [{ kind: 'unreadable', branch: top }] : [];
	const last = feed.state === 'idle' ? 'more' : lastRow(feed, { rows: [], complete });
	return last ? [...unreadable, { kind: last, branch: top }] : unreadable;
}

function lastRow(
	{ failure, state }: Feed,
	{ rows, complete }: Pick<Branch, 'rows' | 'complete'>,
): LastRow | undefined {
	if (failure) return 'problem';
	if (rows.length > mostShown) return 'tooMany';
	if (state === 'loading') return 'loading';
	return state === 'ready' && !complete ? 'more' : undefined;
}
