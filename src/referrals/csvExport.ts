import { stringify } from 'csv-stringify/sync';
import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { exportCell } from './exportCell.ts';
import { type ExportColumn, exportColumns, type NumberedColumns, numberedColumns } from './exportColumns.ts';
import type { ExportFormat } from './exportFormat.ts';

/** As many as Partner Center takes of a kind in one deal; of a referral with more, one cell has the rest. */
const mostNumbered = 50;

/** Without the last one, a line end within a cell would not be quoted. */
const look = { record_delimiter: 'windows', quote_record_delimiter: true };

/** Excel takes a file for UTF-8 only if it begins so. */
const byteOrderMark = '\ufeff';

/** CSV for Excel and CRMs. How many contacts, solutions and so on have columns is what the survey found to be the most. */
export function csvExport(): ExportFormat {
	const lists = numberedColumns.map((numbered) => ({ numbered, most: 1 }));
	return {
		survey: (entry) => {
			if (entry.kind === 'unreadable') return;
			const { json } = entry;
			for (const list of lists) list.most = Math.max(list.most, elementsOf(json, list.numbered.path).length);
		},
		head: () =>
			byteOrderMark + line([...exportColumns.map(([header]) => header), ...lists.flatMap(headersOf)]),
		row: (entry) => {
			if (entry.kind === 'unreadable') return '';
			const { json } = entry;
			return line([
				...exportColumns.map((column) => cellOf(json, column)),
				...lists.flatMap((list) => cellsOf(json, list)),
			]);
		},
	};
}

/** A list, and how many elements the referral with the most of them has. */
interface List {
	readonly numbered: NumberedColumns;
	readonly most: number;
}

function headersOf({ numbered: { header, columns }, most }: List): string[] {
	const numbers = Array.from({ length: Math.min(most, mostNumbered) }, (_, index) => index + 1);
	const headers = numbers.flatMap((number) =>
		columns.map(([each]) => [header, number, each].filter((part) => part !== '').join(' ')),
	);
	return most > mostNumbered ? [...headers, `${header} ${mostNumbered + 1} and more`] : headers;
}

function cellsOf(json: JsonObject, { numbered: { path, columns }, most }: List): string[] {
	const elements = elementsOf(json, path);
	const places = Array.from({ length: Math.min(most, mostNumbered) }, (_, index) => elements[index]);
	const cells = places.flatMap((element) => columns.map((column) => cellOf(element, column)));
	return most > mostNumbered ? [...cells, exportCell(restOf(elements), '')] : cells;
}

function restOf(elements: readonly unknown[]): readonly unknown[] | undefined {
	return elements.length > mostNumbered ? elements.slice(mostNumbered) : undefined;
}

function elementsOf(json: JsonObject, path: readonly string[]): readonly unknown[] {
	const list = valueAt(json, path);
	return Array.isArray(list) ? list : [];
}

function cellOf(json: unknown, [, ...path]: ExportColumn): string {
	return exportCell(valueAt(json, path), path.at(-1) ?? '');
}

function valueAt(json: unknown, path: readonly string[]): unknown {
	return path.reduce(memberOf, json);
}

/** The ids of a customer come as a list of `{ profileType, id }`, or as an object by type. */
function memberOf(json: unknown, name: string): unknown {
	if (isJsonObject(json)) return json[name];
	const items: readonly unknown[] = Array.isArray(json) ? json : [];
	const item = items.find((each) => isJsonObject(each) && each['profileType'] === name);
	return isJsonObject(item) ? item['id'] : undefined;
}

function line(cells: readonly string[]): string {
	return stringify([cells], look);
}
