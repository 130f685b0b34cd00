import { isJsonObject } from '../../partner/json.ts';
import type { ColumnFilter } from './filter.ts';

export type Density = 'comfortable' | 'compact';

/** How the user wants the table to be. */
export interface TableWishes {
	/** Those that are shown, in their order; none for the usual ones. */
	readonly columns: readonly WishedColumn[];
	/** What rows are put into order by, the first one first. */
	readonly sort: readonly SortKey[];
	/** By column. */
	readonly filters: ReadonlyMap<string, ColumnFilter>;
	/** The column that rows are grouped by; empty for none. */
	readonly groupedBy: string;
	readonly density: Density;
	readonly chartsOpen: boolean;
}

export interface WishedColumn {
	readonly id: string;
	/** In pixels. */
	readonly width: number;
}

export interface SortKey {
	readonly column: string;
	readonly descending: boolean;
}

export const plainTable: TableWishes = {
	columns: [],
	sort: [],
	filters: new Map(),
	groupedBy: '',
	density: 'comfortable',
	chartsOpen: true,
};

/** Whether rows are shown as they come. */
export function isPlain({ sort, filters, groupedBy }: TableWishes): boolean {
	return sort.length === 0 && filters.size === 0 && groupedBy === '';
}

/** More columns than the catalogue has would come from somebody else. */
const mostColumns = 200;
const mostSortKeys = 8;
const [narrowest, widest] = [40, 1_000];

/** What is kept of it between sessions: everything but the filters, because people filter by customers' names. */
export function keptOf({ columns, sort, groupedBy, density, chartsOpen }: TableWishes): object {
	return { columns, sort, groupedBy, density, chartsOpen };
}

/** Reads what was kept, which may be anything. */
export function readWishes(kept: unknown): TableWishes {
	if (!isJsonObject(kept)) return plainTable;
	const { columns, sort, groupedBy, density, chartsOpen } = kept;
	return {
		...{ columns: readColumns(columns), sort: readSort(sort), filters: new Map() },
		groupedBy: typeof groupedBy === 'string' ? groupedBy : '',
		density: density === 'compact' ? 'compact' : 'comfortable',
		chartsOpen: chartsOpen !== false,
	};
}

/** Each column once. */
export function readColumns(value: unknown): readonly WishedColumn[] {
	if (!Array.isArray(value)) return [];
	const read = new Map<string, WishedColumn>();
	for (const each of value.slice(0, mostColumns)) {
		if (!isJsonObject(each)) continue;
		const { id, width } = each;
		if (typeof id !== 'string' || typeof width !== 'number' || !Number.isFinite(width)) continue;
		if (!read.has(id)) read.set(id, { id, width: Math.min(widest, Math.max(narrowest, Math.round(width))) });
	}
	return [...read.values()];
}

function readSort(value: unknown): readonly SortKey[] {
	if (!Array.isArray(value)) return [];
	return value.slice(0, mostSortKeys).flatMap((each): SortKey[] => {
		if (!isJsonObject(each) || typeof each['column'] !== 'string') return [];
		return [{ column: each['column'], descending: each['descending'] === true }];
	});
}

/** The order after a click on a heading: ascending, then descending, then no longer by this column. */
export function sortedBy(sort: readonly SortKey[], column: string, add: boolean): readonly SortKey[] {
	const before = sort.find((key) => key.column === column);
	const others = add ? sort.filter((key) => key.column !== column) : [];
	if (!before) return [...others, { column, descending: false }].slice(-mostSortKeys);
	if (before.descending) return others;
	const turned = { column, descending: true };
	return add ? sort.map((key) => (key === before ? turned : key)) : [turned];
}
