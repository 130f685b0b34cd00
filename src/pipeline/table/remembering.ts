import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';

/**
 * A column that looks into the JSON of a row once only, for as long as the column is there: unpacking takes a thousand times as
 * long as anything else that is done with a row.
 */
export function remembering(column: TableColumn): TableColumn {
	if (!column.needsJson) return column;
	const { values } = column;
	return {
		...column,
		keyOf: once((row, context) => column.keyOf(row, context)),
		words: once((row, context) => column.words(row, context)),
		...(values && { values: { ...values, of: once((row, context) => values.of(row, context)) } }),
	};
}

type Reading<T> = (row: ListedReferral, context: ColumnContext) => T;

function once<T>(read: Reading<T>): Reading<T> {
	const known = new WeakMap<ListedReferral, { readonly value: T }>();
	return (row, context) => {
		const before = known.get(row);
		if (before) return before.value;
		const value = read(row, context);
		known.set(row, { value });
		return value;
	};
}
