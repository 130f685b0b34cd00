/**
 * A row of the tree, as a plain value. To the editor a row is a text, its element: the grouping, the branch, and what
 * stands in it, so that one referral may stand in two branches, and events and commands go by value.
 */
export type Row =
	| { readonly kind: 'branch'; readonly branch: string }
	| { readonly kind: 'referral'; readonly branch: string; readonly id: string }
	| { readonly kind: 'unreadable' | LastRow; readonly branch: string };

/** What the last row of a branch can be: the way to more of it, that it loads, or why there is no more. */
export type LastRow = 'more' | 'loading' | 'tooMany' | 'problem';

/** The branch that stands for everything. */
export const top = '';

/** How many referrals of a branch are shown: so many are drawn within about a second after they have changed. */
export const mostShown = 10_000;

const prefix = 'row';
const separator = '|';

/** The element of a row. "Load more" and that it loads are one element, so that whoever stands on it stays there. */
export function elementOf(row: Row, grouping: string): string {
	const branch = [prefix, grouping, row.branch].join(':');
	switch (row.kind) {
		case 'branch':
			return branch;
		case 'referral':
			return [branch, row.kind, row.id].join(separator);
		case 'loading':
			return [branch, 'more'].join(separator);
		default:
			return [branch, row.kind].join(separator);
	}
}

/** Reads an element, which may come from anybody; undefined for what is none. */
export function readElement(element: unknown): { readonly grouping: string; readonly row: Row } | undefined {
	if (typeof element !== 'string') return undefined;
	const [branchPart = '', kind, ...rest] = element.split(separator);
	const [mark, grouping = '', ...names] = branchPart.split(':');
	const row = mark === prefix ? rowIn(names.join(':'), kind, rest.join(separator)) : undefined;
	return row && { grouping, row };
}

function rowIn(branch: string, kind: string | undefined, name: string): Row | undefined {
	switch (kind) {
		case undefined:
			return { kind: 'branch', branch };
		case 'referral':
			return { kind, branch, id: name };
		case 'unreadable':
		case 'more':
		case 'tooMany':
		case 'problem':
			return { kind, branch };
		default:
			return undefined;
	}
}

/** The row of an element in a grouping; undefined for what is none there. */
export function rowOf(element: unknown, grouping: string): Row | undefined {
	const read = readElement(element);
	return read?.grouping === grouping ? read.row : undefined;
}
