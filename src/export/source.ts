import type { Branch } from '../listing/arrangement.ts';
import { Exploration } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { wide } from '../listing/partition.ts';
import { everything, isFiltered } from '../query/query.ts';

/** What can be exported: a branch, all of the query, or all that there is. */
export type ExportScope = { readonly branch: string } | 'query' | 'everything';

/** Where the referrals of an export come from. */
export interface ExportSource {
	readonly exploration: Exploration;
	/** The feeds that have to end for everything to be there. */
	readonly feeds: readonly Feed[];
	/** What is exported of what has come, at this moment. */
	branches(): readonly Branch[];
	/** What they are of, in words for a file name. */
	readonly name: readonly string[];
	/** Lets go of what was made for the export alone. */
	dispose(): void;
}

/** Finds what holds what is to be exported, by the fewest requests. @param now milliseconds since 1970 */
export function exportSource(shown: Exploration, scope: ExportScope, now: () => number): ExportSource {
	const own = scope === 'everything' && isFiltered(shown.query);
	const exploration = own ? new Exploration(shown.session, everything, now) : shown;
	const dispose = () => {
		if (own) exploration.end();
	};
	const key = typeof scope === 'object' ? scope.branch : undefined;
	return {
		exploration,
		feeds: key === undefined ? feedsOfAll(exploration) : feedsOfBranch(exploration, key),
		branches: () => branchesIn(exploration, key),
		name: nameOf(shown, scope),
		dispose,
	};
}

/** All but the pairs has to be asked for in any case, unless there is nothing else. */
function feedsOfAll(exploration: Exploration): readonly Feed[] {
	const all = exploration.feed(wide);
	return all ? [all] : exploration.pairFeeds;
}

function feedsOfBranch(exploration: Exploration, key: string): readonly Feed[] {
	const { complete } = exploration.arrangement.get(key) ?? { complete: false };
	const feeds = exploration.feedsIn(key);
	return complete ? feeds.filter((feed) => feed.complete) : feeds;
}

/** Those that hold rows, whatever stands above them. */
function branchesIn({ arrangement }: Exploration, key: string | undefined): readonly Branch[] {
	const holding = [...arrangement.values()].filter(({ partitions }) => partitions.length > 0);
	return key === undefined
		? holding
		: holding.filter((branch) => branch.key === key || branch.parent === key);
}

function nameOf({ query, arrangement }: Exploration, scope: ExportScope): readonly string[] {
	if (scope === 'everything') return ['all'];
	if (scope === 'query') {
		const pair = [query.status, query.substatus].filter((word) => word !== undefined);
		return pair.length > 0 || !isFiltered(query) ? pair : ['filtered'];
	}
	const { status, substatus } = arrangement.get(scope.branch) ?? {};
	return status === undefined ? ['other'] : [status, substatus].filter((word) => word !== undefined);
}
