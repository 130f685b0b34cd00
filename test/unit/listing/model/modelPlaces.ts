import { wide } from '../../../../src/listing/arranging/partition.ts';
import type { Exploration } from '../../../../src/listing/exploration.ts';
import type { Query } from '../../../../src/query/query.ts';
import type { Row } from './smallTenant.ts';

const known = ['New/Pending', 'New/Received', 'Active/Accepted'];

/** In which branch each referral stands that lists have; undefined where it has left what the query asks for. */
export type Places = ReadonlyMap<string, string | undefined>;

export function branchesOf(ids: readonly string[], states: ReadonlyMap<string, Row>, query: Query): Places {
	const places = new Map<string, string | undefined>();
	for (const id of ids) {
		const row = states.get(id);
		if (row) places.set(id, branchOf(row.pair, query));
	}
	return places;
}

function branchOf(pair: string, { status, substatus }: Query): string | undefined {
	const [one, other] = pair.split('/');
	if ((status !== undefined && status !== one) || (substatus !== undefined && substatus !== other))
		return undefined;
	return known.includes(pair) ? pair : 'other';
}

/** Whether all that a query finds has come, and nothing of it failed. */
export function wholeIn({ feeds, partitions }: Exploration): boolean {
	const ended = feeds.filter(({ complete }) => complete).map(({ partition }) => partition.key);
	const pairs = partitions.filter(({ key }) => key !== wide);
	return (
		feeds.every(({ failure }) => !failure) &&
		(ended.includes(wide) || pairs.every(({ key }) => ended.includes(key)))
	);
}

/** What is added, changed, moved and gone, as text. */
export function differenceIn(
	before: Places,
	after: Places,
	told: ReadonlySet<string> = new Set(),
	whole = false,
): string {
	const both = [...after.keys()].filter((id) => before.has(id));
	const moved = (id: string) => {
		const [from, to] = [before.get(id), after.get(id)];
		return from !== undefined && to !== undefined && from !== to;
	};
	return [
		[...after.keys()].filter((id) => !before.has(id)),
		both.filter((id) => told.has(id)),
		both.filter(moved),
		whole ? [...before.keys()].filter((id) => !after.has(id)) : [],
	]
		.map((ids) => ids.sort().join(' '))
		.join(' | ');
}
