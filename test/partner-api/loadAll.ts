import type { Feed } from '../../src/listing/feed.ts';
import { LoadingAll } from '../../src/listing/loadingAll.ts';

/**
 * Loads what is left of some feeds, as the command does, and asks nobody.
 * @throws {PartnerError} where one of them failed
 */
export async function loadAll(feeds: readonly Feed[]): Promise<void> {
	await new LoadingAll(feeds, {
		stop: new AbortController().signal,
		progressed: () => {},
		held: () => 0,
		ceiling: Number.POSITIVE_INFINITY,
		mayGoOn: async () => true,
	}).run();
	const failure = feeds.find((feed) => feed.failure)?.failure;
	if (failure) throw failure;
}
