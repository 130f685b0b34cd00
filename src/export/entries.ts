import type { Listing } from '../listing/listing.ts';
import type { Entry } from './format.ts';

/** What listings show, each referral once, and what in them can't be read as a referral. */
export function exportEntries(listings: readonly Listing[]): readonly Entry[] {
	const rows = listings.flatMap((listing) => listing.rows);
	const unreadable = listings.flatMap((listing) => listing.unreadable);
	return [...(listings.length > 1 ? unique(rows) : rows), ...unreadable];
}

function unique(rows: Listing['rows']): Listing['rows'] {
	const seen = new Set<string>();
	return rows.filter(({ referral: { id } }) => !seen.has(id) && seen.add(id));
}
