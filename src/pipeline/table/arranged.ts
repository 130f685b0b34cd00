import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';
import type { ColumnFilter } from '../wishes/filter.ts';
import type { TableWishes } from '../wishes/table.ts';
import { groupedBy } from './grouped.ts';
import type { TableMemory } from './memory.ts';
import { inOrderOf } from './radix.ts';
import { rangeTest, testFor } from './tests.ts';
import type { Turns } from './turns.ts';
import type { View } from './view.ts';

/** What rows are arranged by. */
export type Arranging = Pick<TableWishes, 'sort' | 'filters' | 'groupedBy'>;

interface Ground {
	readonly rows: readonly ListedReferral[];
	readonly memory: TableMemory;
	readonly context: ColumnContext;
	readonly turns: Turns;
}

/** Rows as the user wants to have them. */
export async function arranged(wishes: Arranging, ground: Ground): Promise<View> {
	const { rows, memory, context, turns } = ground;
	await memory.turnTo(rows, turns);
	const filters = filtersIn(wishes, memory);
	const sort = sortIn(wishes, memory);
	let places = await everyPlace(rows.length, turns);
	for (const filter of filters) places = await passing(places, filter, ground);
	// The last key first, since each order leaves equal ones as they are.
	for (const { column, descending } of sort.toReversed()) {
		const keys = await memory.keys(column).at(places, rows, context, turns);
		places = await inOrderOf(keys, places, descending, turns);
	}
	const column = memory.column(wishes.groupedBy);
	const grouped = column?.values && (await groupedBy(column.id, column.values, places, ground));
	return { rows, places, grouped };
}

/** What is on no row can't be looked at. */
interface AskedFilter {
	readonly column: TableColumn;
	readonly filter: ColumnFilter;
}

/** What needs the JSON of rows is looked at last, where few may be left. */
function filtersIn({ filters }: Arranging, memory: TableMemory): readonly AskedFilter[] {
	const asked = [...filters].flatMap(([id, filter]): AskedFilter[] => {
		const column = memory.column(id);
		return column ? [{ column, filter }] : [];
	});
	return asked.sort((one, other) => Number(one.column.needsJson) - Number(other.column.needsJson));
}

function sortIn({ sort }: Arranging, memory: TableMemory) {
	return sort.flatMap(({ column: id, descending }) => {
		const column = memory.column(id);
		return column ? [{ column, descending }] : [];
	});
}

async function everyPlace(count: number, turns: Turns): Promise<Uint32Array> {
	const places = new Uint32Array(count);
	await turns.each(count, 65_536, (from, to) => {
		for (let at = from; at < to; at++) places[at] = at;
	});
	return places;
}

async function passing(
	places: Uint32Array,
	{ column, filter }: AskedFilter,
	ground: Ground,
): Promise<Uint32Array> {
	const test = await placeTest(places, { column, filter }, ground);
	if (!test) return places;
	const left = new Uint32Array(places.length);
	let count = 0;
	await ground.turns.each(places.length, column.needsJson ? 8 : 256, (from, to) => {
		for (let at = from; at < to; at++) {
			const place = places[at] ?? 0;
			if (test(place)) left[count++] = place;
		}
	});
	return left.slice(0, count);
}

/** Whether the row at a place has what a filter wants. */
async function placeTest(
	places: Uint32Array,
	{ column, filter }: AskedFilter,
	{ rows, memory, context, turns }: Ground,
): Promise<((place: number) => boolean) | undefined> {
	const isRange = filter.kind === 'numbers' || filter.kind === 'days';
	if (isRange && filter.kind === column.filterKind) {
		const keys = await memory.keys(column).at(places, rows, context, turns);
		const isIn = rangeTest(filter);
		return (place) => isIn(keys[place] ?? Number.NaN);
	}
	const test = testFor(column, filter, context);
	if (!test) return undefined;
	return (place) => {
		const row = rows[place];
		return row !== undefined && test(row);
	};
}
