import type { ListedReferral } from '../arranging/listed.ts';

/** What is read of branches, which stand in their order. */
type Branches = ReadonlyMap<
	string,
	{
		readonly key: string;
		readonly parent?: string;
		readonly rows: readonly ListedReferral[];
		/** Whether all that is in it stands elsewhere, too. */
		readonly lens?: boolean;
	}
>;

/** A row of a referral. */
interface ReferralRow {
	readonly branch: string;
	readonly id: string;
}

/** Where somebody stands in the tree: on a referral, on the row of a branch, or on what is below its referrals. */
export type Standing = ReferralRow | { readonly branch: string; readonly at: 'top' | 'end' };

type IsMarked = (id: string) => boolean;

/** How many rows are marked in a branch and in those that stand in it. */
export function markedIn(branches: Branches, key: string, isMarked: IsMarked): number {
	let count = 0;
	for (const { id } of branches.get(key)?.rows ?? []) if (isMarked(id)) count++;
	for (const below of branchesIn(branches, key)) count += markedIn(branches, below, isMarked);
	return count;
}

/**
 * The marked row that comes next in the order of the tree; after the last one comes the first one. One of the same referral comes
 * only where no other is marked, and what stands in a lens only where it stands otherwise.
 * @param from undefined for from the top
 * @param mostShown how many rows of a branch the tree shows
 */
export function nextMarked(
	branches: Branches,
	isMarked: IsMarked,
	from: Standing | undefined,
	mostShown: number,
): ReferralRow | undefined {
	let first: ReferralRow | undefined;
	let same: ReferralRow | undefined;
	let isPast = from === undefined;
	for (const each of places(branches, mostShown)) {
		if ('id' in each && isMarked(each.id)) {
			if (from && 'id' in from && from.id === each.id) same ??= each;
			else if (isPast) return each;
			else first ??= each;
		}
		isPast ||= from !== undefined && isSame(each, from);
	}
	return first ?? same;
}

function isSame(one: Standing, other: Standing): boolean {
	if (one.branch !== other.branch) return false;
	if ('id' in one) return 'id' in other && one.id === other.id;
	return 'at' in other && one.at === other.at;
}

/** The referrals of a branch stand behind the branches in it. */
function* places(branches: Branches, mostShown: number, above?: string): Iterable<Standing> {
	for (const branch of branchesIn(branches, above)) {
		yield { branch, at: 'top' };
		yield* places(branches, mostShown, branch);
		let shown = 0;
		const { rows = [], lens } = branches.get(branch) ?? {};
		for (const { referral } of lens ? [] : rows) {
			if (shown++ >= mostShown) break;
			yield { branch, id: referral.id };
		}
		yield { branch, at: 'end' };
	}
}

function branchesIn(branches: Branches, above: string | undefined): readonly string[] {
	return [...branches.values()].filter(({ parent }) => parent === above).map(({ key }) => key);
}
