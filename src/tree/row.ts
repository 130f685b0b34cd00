import type { Explorer } from '../listing/explorer.ts';
import type { Listing } from '../listing/listing.ts';
import type { PartnerError } from '../partner/error.ts';
import type { Received } from '../partner/referral.ts';
import type { Group, StatusGroups } from '../referral/group.ts';

/** A row of the tree. It points to what it shows and holds nothing itself. */
export type Row =
	| StatusGroups
	| Group
	| ReferralRow
	| UnreadableRow
	| LoadingRow
	| LoadMoreRow
	| TooManyRow
	| ProblemRow;

export interface ReferralRow {
	readonly kind: 'referral';
	readonly group: Group;
	readonly received: Received;
}

export interface UnreadableRow {
	readonly kind: 'unreadable';
	readonly group: Group;
	readonly index: number;
}

/** Says that something is under way: the pages of a group, or without one, the connection. */
export interface LoadingRow {
	readonly kind: 'loading';
	readonly group?: Group;
}

export interface LoadMoreRow {
	readonly kind: 'loadMore';
	readonly listing: Listing;
}

/** Says that a listing has more rows than a tree can show well. */
export interface TooManyRow {
	readonly kind: 'tooMany';
	readonly listing: Listing;
}

/** Says in place why something is missing: of a group, or of everything. */
export interface ProblemRow {
	readonly kind: 'problem';
	readonly group?: Group;
	/** What the service was asked for, as OData. */
	readonly filter?: string;
	readonly failure: PartnerError;
}

/** How many referrals of a group are shown: so many are drawn within about a second after they have changed. */
export const mostShown = 10_000;

/** The rows below a row, of what is loaded so far. */
export function rowsBelow(row: Row, explorer: Explorer): readonly Row[] {
	if (row.kind === 'status') return row.groups;
	return row.kind === 'group' ? rowsOf(explorer.listing(row)) : [];
}

function rowsOf(listing: Listing): Row[] {
	const { group, rows, unreadable } = listing;
	return [
		...rows.slice(0, mostShown).map((received): Row => ({ kind: 'referral', group, received })),
		...unreadable.map((_, index): Row => ({ kind: 'unreadable', group, index })),
		...lastRow(listing),
	];
}

function lastRow(listing: Listing): Row[] {
	const { group, failure, state, complete, filter } = listing;
	if (failure) return [{ kind: 'problem', group, failure, ...(filter && { filter }) }];
	if (listing.rows.length > mostShown) return [{ kind: 'tooMany', listing }];
	if (state === 'loading') return [{ kind: 'loading', group }];
	return state === 'ready' && !complete ? [{ kind: 'loadMore', listing }] : [];
}

/** The row above a row; undefined at the top. */
export function rowAbove(row: Row, explorer: Explorer): Row | undefined {
	switch (row.kind) {
		case 'status':
			return undefined;
		case 'group':
			return explorer.parentOf(row);
		case 'loadMore':
		case 'tooMany':
			return row.listing.group;
		case 'referral':
		case 'unreadable':
		case 'loading':
		case 'problem':
			return row.group;
	}
}

/** The listing that a row stands in or for; undefined for a status and for the problem of everything. */
export function listingOf(row: Row, explorer: Explorer): Listing | undefined {
	if (row.kind === 'status') return undefined;
	if (row.kind === 'loadMore' || row.kind === 'tooMany') return row.listing;
	const group = row.kind === 'group' ? row : row.group;
	return group && explorer.listing(group);
}
