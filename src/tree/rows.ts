import type { Branch } from '../listing/arrangement.ts';
import type { Exploration } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { type LastRow, mostShown, type Row } from './row.ts';

/** The rows in a branch, of what is loaded so far; none in one that only holds other branches. */
export function rowsIn(exploration: Exploration, key: string): readonly Row[] {
	const branch = exploration.arrangement.get(key);
	const feed = branch && exploration.feedOf(key);
	if (!feed) return [];
	const last = lastRow(feed, branch);
	return [
		...branch.rows
			.slice(0, mostShown)
			.map(({ referral }): Row => ({ kind: 'referral', branch: key, id: referral.id })),
		...(feed.unreadable.length > 0 ? [{ kind: 'unreadable', branch: key } as const] : []),
		...(last ? [{ kind: last, branch: key }] : []),
	];
}

function lastRow({ failure, state }: Feed, { rows, complete }: Branch): LastRow | undefined {
	if (failure) return 'problem';
	if (rows.length > mostShown) return 'tooMany';
	if (state === 'loading') return 'loading';
	return state === 'ready' && !complete ? 'more' : undefined;
}
