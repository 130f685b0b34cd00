import type { Arrangement, Branch } from './arrangement.ts';
import type { ListedReferral } from './listed.ts';

/** Those of a branch, and of all that stand in it. */
export function rowsOf({ key, rows }: Branch, arrangement: Arrangement): readonly ListedReferral[] {
	const below = [...arrangement.values()].filter(({ parent }) => parent === key);
	return below.length > 0 ? below.flatMap((branch) => branch.rows) : rows;
}
