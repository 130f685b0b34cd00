import type { MarkFilters } from '../../messages/chart.ts';
import type { ColumnFilter } from '../../wishes/filter.ts';
import { columnIds } from './columnIds.ts';

/** By column. @param currency the one that is measured in; undefined for none */
export function filtersOf(
	filters: Readonly<Record<string, ColumnFilter | undefined>>,
	currency?: string,
): MarkFilters {
	const all = { ...filters, ...(currency !== undefined && { [columnIds.currency]: oneOf(currency) }) };
	return new Map(Object.entries(all).flatMap(([column, filter]) => (filter ? [[column, filter]] : [])));
}

/** One of these values. */
export function oneOf(...values: readonly string[]): ColumnFilter {
	return { kind: 'values', values, not: false };
}

export function noneOf(...values: readonly string[]): ColumnFilter {
	return { kind: 'values', values, not: true };
}

/** From a day to another, both included, either of which may be open. Days are midnights in UTC. */
export function daysFrom({ from, to }: Days): ColumnFilter {
	return { kind: 'days', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

export interface Days {
	readonly from?: number | undefined;
	readonly to?: number | undefined;
}

/** Whether two filters of a column are the same one. */
export function isSameFilter(one: ColumnFilter | undefined, other: ColumnFilter | undefined): boolean {
	if (one === other) return true;
	if (!one || !other) return false;
	if (one.kind === 'words') return other.kind === 'words' && one.words === other.words;
	if (one.kind !== 'values') return other.kind === one.kind && one.from === other.from && one.to === other.to;
	if (other.kind !== 'values' || one.not !== other.not) return false;
	const values = new Set(one.values);
	return values.size === new Set(other.values).size && other.values.every((value) => values.has(value));
}
