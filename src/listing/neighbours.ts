import type { ListedReferral } from './arranging/listed.ts';
import { wide } from './arranging/partition.ts';
import type { Exploration } from './exploration.ts';
import type { Feed } from './feed.ts';

/** What stands around a referral in the branch that it is shown in. */
export interface Neighbours {
	/** Where what follows is fetched from. */
	readonly feed: Feed | undefined;
	readonly previous: ListedReferral | undefined;
	readonly next: ListedReferral | undefined;
	/** Whether one more may follow once the next page has come. */
	readonly more: boolean;
}

/** Finds them; undefined where the referral is not among the rows that are shown. */
export function neighboursOf(exploration: Exploration, id: string): Neighbours | undefined {
	const place = exploration.placeOf(id);
	if (!place) return undefined;
	const { branch, index } = place;
	const feed = exploration.feedOf(branch.key);
	const next = branch.rows[index + 1];
	const more = next === undefined && feed?.state === 'ready' && !branch.complete;
	return { feed, previous: branch.rows[index - 1], next, more };
}

/** The feed that is most likely looked into after another one. */
export function feedAfter(exploration: Exploration, { partition }: Feed): Feed | undefined {
	const index = exploration.partitions.indexOf(partition);
	const next = exploration.partitions[index + 1];
	return index < 0 || !next || next.key === wide ? undefined : exploration.feed(next.key);
}
