import type { Material, Node } from './arrangement.ts';
import type { ListedReferral } from './listed.ts';
import type { Partition } from './partition.ts';

/** What was placed in a branch: by the partition that it is first of all filled from, and by others. */
export interface Placed {
	readonly node: Node;
	readonly own: ListedReferral[];
	readonly guests: ListedReferral[];
}

/** Tells one time of arranging from another, so that a referral which two feeds have is placed once. */
let times = 0;

/** Puts what has come into its branches. @returns the branches in their order, and each referral that is in any */
export function place({ grouping, feeds, stateOf, fits }: Material): {
	readonly placed: readonly Placed[];
	readonly all: readonly ListedReferral[];
} {
	const time = ++times;
	const all: ListedReferral[] = [];
	const branches = new Branches(grouping.nodes, (key) => grouping.nodeFor?.(key));
	const put = (row: ListedReferral, partition: Partition) => {
		const keys = grouping.branchesOf(row, partition);
		if (keys === undefined || !fits(row) || !branches.put(row, keys, partition)) return;
		row.placed = time;
		all.push(row);
	};
	for (const { partition, ids } of feeds)
		for (const id of ids) {
			const row = stateOf(id);
			if (row && row.placed !== time) put(row, partition);
		}
	return { all, placed: branches.inOrder(grouping.order) };
}

/** Branches that are known, and those that are found. */
class Branches {
	readonly #placed: Map<string, Placed>;
	readonly #find: (key: string) => Node | undefined;

	constructor(nodes: readonly Node[], find: (key: string) => Node | undefined) {
		this.#placed = new Map(nodes.map((node) => [node.key, emptied(node)]));
		this.#find = find;
	}

	/** @returns whether there is a branch for it */
	put(row: ListedReferral, keys: string | readonly string[], { key: from }: Partition): boolean {
		let isIn = false;
		for (const key of typeof keys === 'string' ? [keys] : keys) {
			const branch = this.#placed.get(key) ?? this.#found(key);
			if (!branch) continue;
			(branch.node.partitions[0] === from ? branch.own : branch.guests).push(row);
			isIn = true;
		}
		return isIn;
	}

	inOrder(order: ((one: Node, other: Node) => number) | undefined): readonly Placed[] {
		const all = [...this.#placed.values()];
		return order ? all.sort((one, other) => order(one.node, other.node)) : all;
	}

	#found(key: string): Placed | undefined {
		const node = this.#find(key);
		if (!node) return undefined;
		const found = emptied(node);
		this.#placed.set(key, found);
		return found;
	}
}

function emptied(node: Node): Placed {
	return { node, own: [], guests: [] };
}
