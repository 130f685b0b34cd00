import { Explorer } from '../listing/explorer.ts';
import type { Listing } from '../listing/listing.ts';
import { everything, isFiltered, type Query } from '../query/query.ts';
import { type Group, groupOfAll, groupsOf, type StatusGroups } from '../referral/group.ts';

/** What can be exported: a group, the groups of a status, those of the query, or all that there is. */
export type ExportScope = Group | StatusGroups | 'query' | 'everything';

/** Where the referrals of an export come from. */
export interface ExportSource {
	readonly listings: readonly Listing[];
	/** What they are of, in words for a file name. */
	readonly name: readonly string[];
	/** Lets go of what was made for the export alone. */
	dispose(): void;
}

/**
 * The listings that hold what is to be exported, by the fewest requests: those of the groups where all of them are
 * complete, else one over all groups. The groups of what fits nowhere else would page through the same list again.
 */
export function exportSource(explorer: Explorer, scope: ExportScope): ExportSource {
	const name = nameOf(explorer, scope);
	const { query } = explorer;
	if (scope === 'everything' && isFiltered(query)) return { ...whole(explorer, everything), name };
	const nodes = typeof scope === 'object' ? [scope] : explorer.groups;
	const listings = nodes.flatMap(groupsOf).map((group) => explorer.listing(group));
	// What can't be read has no id by which one could tell whether two groups have the same.
	const suffice = listings.every(({ complete, unreadable }) => complete && unreadable.length === 0);
	if (suffice || listings.length === 1) return { listings, name, dispose: () => {} };
	return { ...whole(explorer, query, typeof scope === 'object' ? scope : {}), name };
}

function whole({ client }: Explorer, query: Query, { status }: Pick<Group, 'status'> = {}) {
	const explorer = new Explorer(client, query, () => {});
	return { listings: [explorer.listing(groupOfAll(status))], dispose: () => explorer.dispose() };
}

function nameOf({ query }: Explorer, scope: ExportScope): readonly string[] {
	if (scope === 'everything') return ['all'];
	if (scope === 'query') {
		const pair = [query.status, query.substatus].filter((word) => word !== undefined);
		return pair.length > 0 || !isFiltered(query) ? pair : ['filtered'];
	}
	if (scope.kind === 'status') return [scope.status];
	return [scope.status, scope.substatus ?? 'other'].filter((word) => word !== undefined);
}
