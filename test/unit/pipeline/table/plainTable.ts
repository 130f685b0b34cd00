import type { ColumnFilter } from '../../../../src/pipeline/wishes/filter.ts';
import type { TableWishes } from '../../../../src/pipeline/wishes/table.ts';
import { day, instantOf, type Plain } from './world.ts';

/** What a column has in a row, as a person would say it. */
const cells: Readonly<Record<string, (row: Plain) => string | number | undefined>> = {
	'customerProfile.name': ({ customer }) => plainly(customer),
	'details.dealValue': ({ value }) => value,
	updatedDateTime: ({ updated }) => (updated === undefined ? undefined : instantOf(updated)),
	'customerProfile.address.country': ({ country }) => names[country.toUpperCase()] ?? '',
};
const names: Readonly<Record<string, string>> = {
	DE: 'germany (de)',
	PL: 'poland (pl)',
	US: 'united states (us)',
};

function plainly(text: string): string {
	return text.toLowerCase().replace(/å/g, 'a').replace(/ö/g, 'o').replace(/\s+/g, ' ').trim();
}

function valuesIn(column: string, row: Plain): readonly string[] {
	if (column === 'colleagues') return row.team.length > 0 ? row.team.map(plainly) : [''];
	return [plainly(column === 'customerProfile.name' ? row.customer : row.country)];
}

function passes(row: Plain, column: string, filter: ColumnFilter): boolean {
	if (filter.kind === 'values')
		return filter.values.some((value) => valuesIn(column, row).includes(plainly(value))) !== filter.not;
	const cell = cells[column]?.(row);
	if (filter.kind === 'words')
		return plainly(filter.words)
			.split(' ')
			.every((word) => `${cell}`.includes(word));
	const { from = -Infinity, to = Infinity } = filter;
	if (typeof cell !== 'number') return false;
	return cell >= from && (filter.kind === 'days' ? cell < to + day : cell <= to);
}

function compared(one: Plain, other: Plain, { sort }: TableWishes): number {
	for (const { column, descending } of sort) {
		const [first, second] = [cells[column]?.(one) ?? '', cells[column]?.(other) ?? ''];
		if (first === second) continue;
		if (first === '' || second === '') return first === '' ? 1 : -1;
		return first < second !== descending ? -1 : 1;
	}
	return 0;
}

/** The rows that match, in order. */
export function matchingRows(rows: readonly Plain[], wishes: TableWishes): readonly Plain[] {
	const matching = rows.filter((row) =>
		[...wishes.filters].every(([column, filter]) => passes(row, column, filter)),
	);
	return matching.sort((one, other) => compared(one, other, wishes));
}

/** The groups of rows, by key, in order; undefined without. */
export function groupsOf(
	rows: readonly Plain[],
	{ groupedBy }: TableWishes,
): ReadonlyMap<string, readonly Plain[]> | undefined {
	if (groupedBy === '') return undefined;
	const groups = new Map<string, Plain[]>();
	for (const row of rows)
		for (const key of new Set(valuesIn(groupedBy, row))) groups.set(key, [...(groups.get(key) ?? []), row]);
	const place = (key: string) => (key === '' ? '\uffff' : (names[key.toUpperCase()] ?? key));
	return new Map([...groups].sort(([one], [other]) => (place(one) < place(other) ? -1 : 1)));
}
