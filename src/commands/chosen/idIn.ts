import { readElement } from '../../tree/row/row.ts';

/** The id in what a command was given: the element of a row, or an id, as other extensions and links give it. */
export function idIn(given: string | undefined): string | undefined {
	const element = readElement(given);
	if (element) return element.row.kind === 'referral' ? element.row.id : undefined;
	return given || undefined;
}
