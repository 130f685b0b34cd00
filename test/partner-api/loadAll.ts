import type { Listing } from '../../src/listing/listing.ts';
import { LoadingAll } from '../../src/listing/loadingAll.ts';

/**
 * Loads what is left of some listings, as the command does, and asks nobody.
 * @throws {PartnerError} where one of them failed
 */
export async function loadAll(listings: readonly Listing[]): Promise<void> {
	await new LoadingAll(listings, {
		stop: new AbortController().signal,
		progressed: () => {},
		elsewhere: 0,
		ceiling: Number.POSITIVE_INFINITY,
		mayGoOn: async () => true,
	}).run();
	const failure = listings.find((listing) => listing.failure)?.failure;
	if (failure) throw failure;
}
