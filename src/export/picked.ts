import type { Branch } from '../listing/arranging/arrangement.ts';
import type { ListedReferral } from '../listing/arranging/listed.ts';
import type { Exploration } from '../listing/exploration.ts';

/** What somebody chose of what is shown: referrals, and branches with all that stands in them. */
export interface Picked {
	readonly ids: ReadonlySet<string>;
	/** Keys of branches. */
	readonly branches: ReadonlySet<string>;
	/** Whether the order of the ids is one that somebody sees. */
	readonly isInOrder?: boolean;
}

/** What a choice comes to. */
interface PickedRows {
	/** Each once, in the order in which they are shown, by the tree unless they have one; those that stand in no branch come last. */
	readonly rows: readonly ListedReferral[];
	/** How many of the referrals have gone. */
	readonly gone: number;
	/** Whether there may be more of a branch than is loaded. */
	readonly complete: boolean;
}

/** Finds what was chosen among what is loaded now. */
export function pickedRows(exploration: Exploration, picked: Picked): PickedRows {
	const { ids, branches, isInOrder = false } = picked;
	const { store } = exploration.session;
	const rows = new Set<ListedReferral>();
	const chosen = branchesPicked(exploration, branches);
	for (const branch of isInOrder ? [] : exploration.arrangement.values()) {
		const isWhole = chosen.includes(branch);
		for (const row of branch.rows) if (isWhole || ids.has(row.id)) rows.add(row);
	}
	let gone = 0;
	for (const id of ids) {
		const row = store.get(id);
		if (row) rows.add(row);
		else gone++;
	}
	return { rows: [...rows], gone, complete: chosen.every(({ complete }) => complete) };
}

/** Those that were chosen, or stand in one that was, and hold rows. */
function branchesPicked({ arrangement }: Exploration, keys: ReadonlySet<string>): readonly Branch[] {
	const isIn = (branch: Branch | undefined): boolean =>
		branch !== undefined &&
		(keys.has(branch.key) || (branch.parent !== undefined && isIn(arrangement.get(branch.parent))));
	return [...arrangement.values()].filter(
		(branch) => (branch.partitions.length > 0 || branch.lens) && keys.size > 0 && isIn(branch),
	);
}
