import type { Mask } from '../referral/mask/mask.ts';
import type { Entry, ListedEntry } from './format.ts';

/**
 * What is to be written of rows, fixed: writing takes a while, and the user may have something else shown by then.
 * @param mask what they are written masked by; without it, they are written as they were sent
 */
export function fixedEntries(rows: readonly ListedEntry[], mask: Mask | undefined): readonly Entry[] {
	return rows.map((row) => {
		if (row.kind === 'unreadable') return mask ? mask.unreadable(row) : row;
		return mask ? mask.received(row.sent) : row.sent;
	});
}
