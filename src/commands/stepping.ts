import type { Exploration } from '../listing/exploration.ts';
import type { Row } from '../tree/row/row.ts';
import type { Stage } from './stage.ts';

/** Opens the referral before or after a row of the tree, where the focus stays; at the end of what is loaded, loads one page more. */
export async function stepInTree(
	{ browsing, view, details }: Stage,
	from: Row,
	to: Direction,
): Promise<void> {
	const { exploration } = browsing;
	if (!exploration) return;
	const feed = exploration.feedOf(from.branch);
	const isAtEnd = to === 'next' && neighbour(exploration, from, to) === undefined;
	if (isAtEnd && feed?.state === 'ready' && !feed.complete) await view.during(feed.loadMore());
	const id = neighbour(exploration, from, to);
	if (id === undefined || exploration !== browsing.exploration) return;
	// First, so that the page finds its row selected, and looks for none in another branch.
	await view.goTo({ kind: 'referral', branch: from.branch, id });
	await details.show(id);
}

export type Direction = 'previous' | 'next';

/** After a branch comes the first that stands in it. */
function neighbour({ arrangement }: Exploration, from: Row, to: Direction): string | undefined {
	const rows = arrangement.get(from.branch)?.rows ?? [];
	if (from.kind === 'branch') return to === 'next' ? rows[0]?.id : undefined;
	if (from.kind !== 'referral') return undefined;
	const index = rows.findIndex(({ id }) => id === from.id);
	return index < 0 ? undefined : rows[index + (to === 'next' ? 1 : -1)]?.id;
}
