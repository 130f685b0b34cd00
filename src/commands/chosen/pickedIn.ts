import type { Picked } from '../../export/picked.ts';
import { readElement } from '../../tree/row/row.ts';

/**
 * Reads what a command was given: elements of rows, and ids, as the pipeline page, other extensions and links give them, in an
 * order of their own. A row that is neither a referral nor a branch stands for nothing.
 * @param grouping the one that is shown; branches of others are not there any more
 */
export function pickedIn(given: readonly string[], grouping: string | undefined): Picked {
	const ids = new Set<string>();
	const branches = new Set<string>();
	const elements = given.map(readElement);
	for (const [place, each] of given.entries()) {
		const element = elements[place];
		if (!element) ids.add(each);
		else if (element.row.kind === 'referral') ids.add(element.row.id);
		else if (element.row.kind === 'branch' && element.grouping === grouping) branches.add(element.row.branch);
	}
	ids.delete('');
	return { ids, branches, isInOrder: elements.every((element) => !element) };
}
