import { catalogue, namesIn } from '../referral/fields/catalogue.ts';
import type { KnownField } from '../referral/fields/field.ts';

/** A column: its header, and the names that lead to its value in a referral's JSON; none for why it needs somebody. */
export type ExportColumn = readonly [header: string, ...path: string[]];

/** A list of which each element has columns of its own: "Contact 1 First name", "Contact 1 Last name", and so on. */
export interface NumberedColumns {
	readonly header: string;
	/** The names that lead to the list. */
	readonly path: readonly string[];
	/** With paths that begin at an element. */
	readonly columns: readonly ExportColumn[];
}

const fields: readonly (readonly [path: string, field: KnownField])[] = Object.entries(catalogue);
const lists = fields.flatMap(([path, { numbered }]) => (numbered === undefined ? [] : [{ path, numbered }]));

export const numberedColumns: readonly NumberedColumns[] = lists.map(({ path, numbered }) => ({
	header: numbered,
	path: namesIn(path),
	columns: columnsBelow(`${path}.`),
}));

/** Is no field: it is worked out. It stands behind the dates, most of which it is worked out from. */
const reasons: ExportColumn = ['Needs attention'];

/**
 * What an export has one column each of. Headers are English in any language, and those of Partner Center's own download where
 * it has the field ("Bulk operations for co-sell opportunities"), so that sheets made for that one go on working.
 */
export const exportColumns: readonly ExportColumn[] = columnsBelow('')
	.filter(([, ...path]) => !lists.some((list) => path.join('.').startsWith(`${list.path}.`)))
	.flatMap((column) => (column[1] === 'closedDateTime' ? [column, reasons] : [column]));

/** Of the fields whose paths begin so, with what comes after that. */
function columnsBelow(beginning: string): ExportColumn[] {
	return fields.flatMap(([path, { column }]): ExportColumn[] =>
		column !== undefined && path.startsWith(beginning)
			? [[column, ...namesIn(path.slice(beginning.length))]]
			: [],
	);
}
