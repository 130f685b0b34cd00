import type { Sort } from '../../query/query.ts';
import type { AttentionRule } from '../../referral/attention/wishes.ts';
import type { Category } from '../../referral/category.ts';
import type { Status, Substatus } from '../../referral/lifecycle.ts';
import type { ListedReferral } from './listed.ts';
import { type Compare, compareAsServed, inLoadedOrder } from './orders.ts';
import type { Partition } from './partition.ts';
import { type Placed, place } from './place.ts';

/** A branch as a grouping has it. */
export interface Node {
	/** Stable and unique within a grouping. */
	readonly key: string;
	/** The branch that it stands in; none at the top. */
	readonly parent?: string;
	readonly status?: Status;
	readonly substatus?: Substatus;
	/** What else is in it. */
	readonly of?: Content;
	/** The partition that it is filled from when somebody looks into it; none where it only holds what has come. */
	readonly feed?: string;
	/** The partitions of which one's end makes the count of the branch exact; none when it only holds other branches. */
	readonly partitions: readonly string[];
	/** Whether it is there only once it has something. */
	readonly hidden?: boolean;
}

/** What the referrals of a branch have in common; texts are as they were sent, and empty where nothing was. */
export type Content =
	| { readonly kind: 'expiring' | 'attention' }
	| { readonly kind: 'customer' | 'country' | 'colleague' | 'area'; readonly text: string }
	| { readonly kind: 'category'; readonly category: Category }
	| { readonly kind: 'rule'; readonly rule: AttentionRule }
	/** With the months since the year 0 at which it begins, of UTC; NaN where there is no close date. */
	| { readonly kind: 'month' | 'quarter'; readonly begins: number };

/** A way to arrange referrals in branches. */
export interface Grouping {
	/** Stands in the ids of rows, so that what is expanded in one grouping isn't in another. */
	readonly name: string;
	/** Those that are known before anything has come. What stands in another one comes after it. */
	readonly nodes: readonly Node[];
	/** The branches of a referral; undefined or none where what the query asks for leaves none. */
	branchesOf(row: ListedReferral, partition: Partition): string | readonly string[] | undefined;
	/** A branch that is there because of a referral in it. */
	nodeFor?(key: string): Node;
	/** The partition that all of it is filled from, where its branches have none of their own. */
	readonly feed?: string;
	/** Puts branches that were found into an order; without one, it is the order in which they came. */
	readonly order?: (one: Node, other: Node) => number;
}

/** A branch that picks rows out of all the others, at the top. */
export interface Lens {
	readonly key: string;
	readonly of: Content;
	/** Whether it is there before it has something. */
	readonly always: boolean;
	readonly picks: (row: ListedReferral) => boolean;
	readonly compare: Compare;
}

/** A branch with what is loaded of it. */
export interface Branch extends Node {
	/** Whether its rows stand in other branches, too, where they belong. */
	readonly lens?: boolean;
	/** What is shown: it fits the branch, the query, and the query's conditions on loaded rows. */
	readonly rows: readonly ListedReferral[];
	/** How many fit whatever the conditions on loaded rows say; with a parent's, those of all its branches. Of a lens, all that it looked at. */
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
	readonly lenses: readonly Lens[];
	/** Those of a narrow partition before the wide one. */
	readonly feeds: readonly Pages[];
	/** The partition whose end is the end of all. */
	readonly whole: string | undefined;
	stateOf(id: string): ListedReferral | undefined;
	/** Whether the newest state of a referral is still one that the query asks the service for. */
	fits(row: ListedReferral): boolean;
	/** Whether it meets the query's conditions on loaded rows; without any, all do. */
	readonly shows?: ((row: ListedReferral) => boolean) | undefined;
	readonly sort: Sort;
}

/** Branches in their order, by key. */
export type Arrangement = ReadonlyMap<string, Branch>;

/**
 * Arranges what has come. A branch has every referral of any feed of the query whose newest state fits the branch; only
 * the end of a feed makes a count exact. Those of the branch's own feed stand in the order of the service, and what came
 * by others between them, by the same order; an order that the service doesn't know is made of all.
 */
export function arrange(material: Material): Arrangement {
	const { feeds, shows, sort } = material;
	const { placed, all } = place(material);
	const branches = new Map<string, Branch>(lensesOf(material, all));
	for (const { node, ...rowsIn } of placed) {
		const rows = merged(rowsIn, sort);
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
		if (branch.partitions.length === 0 && !branch.lens) branches.set(branch.key, summed(branch, branches));
	return branches;
}

function lensesOf({ lenses, feeds, shows, whole }: Material, all: readonly ListedReferral[]) {
	const seen = shows ? all.filter(shows) : all;
	return lenses.flatMap(({ key, of, always, picks, compare }): [string, Branch][] => {
		const rows = seen.filter(picks).sort(compare);
		if (rows.length === 0 && !(always && all.length > 0)) return [];
		const complete = feeds.some((feed) => feed.partition.key === whole && feed.complete);
		const counts = { loaded: all.length, matching: rows.length, complete, looked: true };
		return [[key, { key, of, partitions: [], lens: true, rows, ...counts }]];
	});
}

/** Most have no guests, and most guests come alone. */
function merged({ own, guests }: Pick<Placed, 'own' | 'guests'>, sort: Sort): readonly ListedReferral[] {
	const ordered = inLoadedOrder(own, guests, sort);
	if (ordered) return ordered;
	if (guests.length === 0) return own;
	const compare = compareAsServed(sort);
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
