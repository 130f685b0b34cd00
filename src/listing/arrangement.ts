import type { Sort } from '../query/query.ts';
import { compareInstants } from '../referral/instant.ts';
import type { Status, Substatus } from '../referral/lifecycle.ts';
import type { ListedReferral } from './listed.ts';
import type { Partition } from './partition.ts';

/** A branch as a grouping has it before anything has come. */
export interface Node {
	/** Stable and unique within a grouping. */
	readonly key: string;
	/** The branch that it stands in; none at the top. */
	readonly parent?: string;
	readonly status?: Status;
	readonly substatus?: Substatus;
	/** The partitions whose end makes the count of the branch exact; none when it only holds other branches. */
	readonly partitions: readonly string[];
	/** Whether it is there only once it has something. */
	readonly hidden?: boolean;
}

/** A way to arrange referrals in branches. */
export interface Grouping {
	/** Stands in the ids of rows, so that what is expanded in one grouping isn't in another. */
	readonly name: string;
	/** Those above come before those that stand in them. */
	readonly nodes: readonly Node[];
	/** The branch of a referral; undefined where what the query asks for leaves none. */
	branchOf(row: ListedReferral, partition: Partition): string | undefined;
}

/** A branch with what is loaded of it. */
export interface Branch extends Node {
	/** What is shown: it fits the branch, the query, and the query's conditions on loaded rows. */
	readonly rows: readonly ListedReferral[];
	/** How many fit whatever the conditions on loaded rows say; with a parent's, those of all its branches. */
	readonly loaded: number;
	readonly matching: number;
	/** Whether all that there is has come. */
	readonly complete: boolean;
	/** Whether the service was heard about it. */
	readonly looked: boolean;
}

/** What has come of one partition. */
interface Pages {
	readonly partition: Partition;
	readonly ids: Iterable<string>;
	readonly complete: boolean;
	readonly pages: number;
}

/** What to arrange, and how. */
export interface Material {
	readonly grouping: Grouping;
	/** Those of a narrow partition before the wide one. */
	readonly feeds: readonly Pages[];
	stateOf(id: string): ListedReferral | undefined;
	/** Whether the newest state of a referral is still one that the query asks the service for. */
	fits(row: ListedReferral): boolean;
	/** Whether it meets the query's conditions on loaded rows; without any, all do. */
	readonly shows?: ((row: ListedReferral) => boolean) | undefined;
	readonly sort: Sort;
}

/** Branches in their order, by key. */
export type Arrangement = ReadonlyMap<string, Branch>;

/** Tells one time of arranging from another, so that a referral which two feeds have is placed once. */
let times = 0;

/**
 * Arranges what has come. A branch has every referral of any feed of the query whose newest state fits the branch; only
 * the end of a feed makes a count exact. Those of the branch's own feed stand in the order of the service, and what came
 * by others between them, by the same order.
 */
export function arrange(material: Material): Arrangement {
	const { grouping, feeds, shows, sort } = material;
	const placed = place(material);
	const branches = new Map<string, Branch>();
	for (const node of grouping.nodes) {
		const rows = merged(placed.get(node.key), sort);
		const own = feeds.filter(({ partition }) => node.partitions.includes(partition.key));
		if (node.hidden && rows.length === 0) continue;
		const shown = shows ? rows.filter(shows) : rows;
		branches.set(node.key, {
			...node,
			rows: shown,
			loaded: rows.length,
			matching: shown.length,
			complete: own.some(({ complete }) => complete),
			looked: own.some(({ pages }) => pages > 0),
		});
	}
	for (const branch of branches.values())
		if (branch.partitions.length === 0) branches.set(branch.key, summed(branch, branches));
	return branches;
}

/** What was placed in a branch: by the partition that it is first of all filled from, and by others. */
interface Placed {
	readonly from: string | undefined;
	readonly own: ListedReferral[];
	readonly guests: ListedReferral[];
}

function place({ grouping, feeds, stateOf, fits }: Material): ReadonlyMap<string, Placed> {
	const time = ++times;
	const placed = new Map(
		grouping.nodes.map(({ key, partitions: [from] }): [string, Placed] => [
			key,
			{ from, own: [], guests: [] },
		]),
	);
	const putIn = (row: ListedReferral, partition: Partition) => {
		const key = grouping.branchOf(row, partition);
		const branch = key === undefined ? undefined : placed.get(key);
		if (!branch || !fits(row)) return;
		row.placed = time;
		(branch.from === partition.key ? branch.own : branch.guests).push(row);
	};
	for (const { partition, ids } of feeds)
		for (const id of ids) {
			const row = stateOf(id);
			if (row && row.placed !== time) putIn(row, partition);
		}
	return placed;
}

/** Most have no guests, and most guests come alone. */
function merged(
	{ own, guests }: Omit<Placed, 'from'> = { own: [], guests: [] },
	sort: Sort,
): readonly ListedReferral[] {
	if (guests.length === 0) return own;
	const compare = orders[sort];
	const sorted = guests.toSorted(compare);
	if (own.length === 0) return sorted;
	const rows: ListedReferral[] = [];
	let next = 0;
	for (const row of own) {
		for (let guest = sorted[next]; guest && compare(guest, row) < 0; guest = sorted[++next]) rows.push(guest);
		rows.push(row);
	}
	return [...rows, ...sorted.slice(next)];
}

type Compare = (one: ListedReferral, other: ListedReferral) => number;

const byCreation: Compare = (one, other) =>
	compareInstants(one.referral.createdDateTime, other.referral.createdDateTime);
const byUpdate: Compare = (one, other) =>
	compareInstants(one.referral.updatedDateTime, other.referral.updatedDateTime);

const orders = {
	newest: (one, other) => byCreation(other, one),
	oldest: byCreation,
	lastUpdated: (one, other) => byUpdate(other, one),
	firstUpdated: byUpdate,
} as const satisfies Record<Sort, Compare>;

function summed(branch: Branch, branches: Arrangement): Branch {
	const parts = [...branches.values()].filter(({ parent }) => parent === branch.key);
	const sum = (count: (part: Branch) => number) => parts.reduce((all, part) => all + count(part), 0);
	return {
		...branch,
		loaded: sum(({ loaded }) => loaded),
		matching: sum(({ matching }) => matching),
		complete: parts.every(({ complete }) => complete),
		looked: parts.some(({ looked }) => looked),
	};
}
