import type { Received } from '../partner/referral.ts';
import type { Explorer } from './explorer.ts';
import type { Listing } from './listing.ts';

/** What stands around a referral in the listing that it is loaded in. */
export interface Neighbours {
	readonly listing: Listing;
	readonly previous: Received | undefined;
	readonly next: Received | undefined;
	/** Whether one more may follow once the next page has come. */
	readonly more: boolean;
}

/** Finds them; undefined where the referral is not among the rows that are shown. */
export function neighboursOf(explorer: Explorer, id: string): Neighbours | undefined {
	const found = explorer.find(id);
	if (!found) return undefined;
	const listing = explorer.listing(found.group);
	const index = listing.rows.indexOf(found.row);
	if (index < 0) return undefined;
	const next = listing.rows[index + 1];
	const more = next === undefined && listing.state === 'ready' && !listing.complete;
	return { listing, previous: listing.rows[index - 1], next, more };
}
