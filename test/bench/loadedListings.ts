import type { ReferralsClient } from '../../src/partner/referralsClient.ts';
import { Explorer } from '../../src/referrals/explorer.ts';
import type { Listing } from '../../src/referrals/listing.ts';
import { LoadingAll } from '../../src/referrals/loadingAll.ts';
import { everything } from '../../src/referrals/query.ts';

/** Loads all that a service has, as the command does. @returns the listings, which hold it */
export async function loadedListings(client: ReferralsClient): Promise<readonly Listing[]> {
	const explorer = new Explorer(client, everything, () => {});
	const listings = explorer.pairs.map((group) => explorer.listing(group));
	const loading = new LoadingAll(listings, {
		stop: new AbortController().signal,
		progressed: () => {},
		ceiling: Number.POSITIVE_INFINITY,
		mayGoOn: async () => true,
	});
	await loading.run();
	if (!loading.complete) throw listings.find(({ failure }) => failure)?.failure ?? new Error('Not all came.');
	return listings;
}
