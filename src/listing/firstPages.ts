import type { Exploration } from './exploration.ts';
import type { Feed } from './feed.ts';

/** How many are asked for at once; whatever people ask for comes before them. */
const mostAtOnce = 2;

/**
 * Loads the first page of each group that nobody has looked into, without being in anybody's way. Once one has failed, it
 * begins no other: the group says so itself, and the next would mostly fail alike. Never rejects.
 * @param stop aborted when no more are to be begun, as when the service asks for a pause
 */
export async function loadFirstPages(exploration: Exploration, stop: AbortSignal): Promise<void> {
	const left = exploration.pairFeeds.values();
	const failing = new AbortController();
	const end = AbortSignal.any([stop, exploration.signal, failing.signal]);
	const follow = async () => {
		for (const feed of left) {
			if (end.aborted) return;
			if (feed.state === 'idle' && !(await isLoaded(feed))) failing.abort();
		}
	};
	await Promise.all(Array.from({ length: mostAtOnce }, follow));
}

async function isLoaded(feed: Feed): Promise<boolean> {
	await feed.loadMore({ background: true });
	return feed.failure === undefined;
}
