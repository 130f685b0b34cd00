import { byStatus } from '../listing/arranging/byStatus.ts';
import type { ListedReferral } from '../listing/arranging/listed.ts';
import { wide } from '../listing/arranging/partition.ts';
import { Exploration } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { singleOf } from '../query/condition/wanted.ts';
import { everything, isFiltered } from '../query/query.ts';
import { type Picked, pickedRows } from './picked.ts';

/** What can be exported: a branch, what somebody chose, all of the query, or all that there is. */
export type ExportScope = { readonly branch: string } | { readonly picked: Picked } | 'query' | 'everything';

/** Where the referrals of an export come from. */
export interface ExportSource {
	readonly exploration: Exploration;
	/** The feeds that have to end for everything to be there. */
	readonly feeds: readonly Feed[];
	/** What is exported of what has come, at this moment. */
	rows(): readonly ListedReferral[];
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
	return {
		exploration,
		feeds: feedsOf(exploration, scope),
		rows: () => rowsOf(exploration, scope),
		name: nameOf(shown, scope),
		dispose,
	};
}

function feedsOf(exploration: Exploration, scope: ExportScope): readonly Feed[] {
	if (typeof scope === 'string') return feedsOfAll(exploration);
	if ('branch' in scope) return feedsOfBranch(exploration, scope.branch);
	const all = [...scope.picked.branches].flatMap((key) => feedsOfBranch(exploration, key));
	return [...new Set(all)];
}

/** What has to end for everything to be there: all but the pairs has to be asked for in any case, unless there is nothing else. */
export function feedsOfAll(exploration: Exploration): readonly Feed[] {
	const all = exploration.feed(wide);
	return all ? [all] : exploration.pairFeeds;
}

function feedsOfBranch(exploration: Exploration, key: string): readonly Feed[] {
	const { complete } = exploration.arrangement.get(key) ?? { complete: false };
	const feeds = exploration.feedsIn(key);
	return complete ? feeds.filter((feed) => feed.complete) : feeds;
}

function rowsOf(exploration: Exploration, scope: ExportScope): readonly ListedReferral[] {
	if (typeof scope === 'string') return allRows(exploration);
	const picked =
		'picked' in scope ? scope.picked : { ids: new Set<string>(), branches: new Set([scope.branch]) };
	return pickedRows(exploration, picked).rows;
}

/** In the order of the service's own groups, however they are arranged. */
function allRows(exploration: Exploration): readonly ListedReferral[] {
	const branches = exploration.arrangedBy(byStatus(exploration.query));
	return [...branches.values()].flatMap(({ rows }) => rows);
}

function nameOf({ query, arrangement }: Exploration, scope: ExportScope): readonly string[] {
	if (scope === 'everything') return ['all'];
	if (scope === 'query') {
		const pair = [singleOf(query.status), singleOf(query.substatus)].filter((word) => word !== undefined);
		return pair.length > 0 || !isFiltered(query) ? pair : ['filtered'];
	}
	if ('picked' in scope) return ['selected'];
	const { status, substatus, of } = arrangement.get(scope.branch) ?? {};
	// What is in the branch may name a customer or a person, and a file's name is seen by others.
	if (of) return [of.kind];
	return status === undefined ? ['other'] : [status, substatus].filter((word) => word !== undefined);
}
