import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Turns } from './turns.ts';

/** Where the rows of a table stood before, by place: -1 for those that were not there. */
export type Moves = Int32Array;

/** So many that have gone one after the other are passed over. */
const farthest = 16;

/**
 * Where rows stood before they came anew: as a rule some came between them, or one took the place of another, so that hardly
 * any needs to be looked for. Some may be taken for new that are not, but none for another.
 */
export async function movesBetween(
	before: readonly ListedReferral[],
	now: readonly ListedReferral[],
	turns: Turns,
): Promise<Moves> {
	const moves = new Int32Array(now.length).fill(-1);
	let next = 0;
	await turns.each(now.length, 4_096, (from, to) => {
		for (let at = from; at < to; at++) {
			const row = now[at];
			const found = row ? placeFrom(before, next, row) : -1;
			if (found < 0) continue;
			if (before[found] === row) moves[at] = found;
			next = found + 1;
		}
	});
	return moves;
}

/** Where a row stands from a place on, or another state of it; -1 where neither is near. */
function placeFrom(before: readonly ListedReferral[], from: number, row: ListedReferral): number {
	const first = before[from];
	if (first === row || first?.referral.id === row.referral.id) return from;
	const end = Math.min(before.length, from + farthest);
	for (let at = from + 1; at < end; at++) if (before[at] === row) return at;
	return -1;
}
