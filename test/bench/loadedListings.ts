import { Explorer } from '../../src/listing/explorer.ts';
import type { Listing } from '../../src/listing/listing.ts';
import type { ReferralsClient } from '../../src/partner/referralsClient.ts';
import { everything } from '../../src/query/query.ts';
import { loadAll } from '../partner-api/loadAll.ts';

/** Loads all that a service has, as the command does. @returns the listings, which hold it */
export async function loadedListings(client: ReferralsClient): Promise<readonly Listing[]> {
	const explorer = new Explorer(client, everything, () => {});
	const listings = explorer.pairs.map((group) => explorer.listing(group));
	await loadAll(listings);
	return listings;
}
