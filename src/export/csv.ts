import { stringify } from 'csv-stringify/sync';
import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { knownField } from '../referral/fields/known.ts';
import { listOf } from '../referral/fields/listOf.ts';
import { exportCell } from './cell.ts';
import { exportColumns, type NumberedColumns, numberedColumns } from './columns.ts';
import type { ExportFormat } from './format.ts';

/** As many as Partner Center takes of a kind in one deal; of a referral with more, one cell has the rest. */
const mostNumbered = 50;

/** Without the last one, a line end within a cell would not be quoted. */
const look = { record_delimiter: 'windows', quote_record_delimiter: true };

/** How a file is written for the spreadsheet that it is for. */
export interface CsvOptions {
	/** Much of Europe has lists with semicolons, and there Excel opens no others by a double click. */
	readonly separator: ',' | ';' | '\t';
	/** Whether digits that are no number are written as `="0012"`, which spreadsheets show as they are, and CRMs don't read. */
	readonly protectsDigits: boolean;
}

const usual: CsvOptions = { separator: ',', protectsDigits: false };

/** Excel takes a file for UTF-8 only if it begins so. */
const byteOrderMark = '\ufeff';

interface Column {
	readonly header: string;
	read(json: JsonObject): unknown;
	/** The name of the field. */
	readonly name: string;
}

/** CSV for Excel and CRMs. How many contacts, solutions and so on have columns is what the survey finds to be the most. */
export function csvExport({ separator, protectsDigits }: CsvOptions = usual): ExportFormat {
	const most = new Map<NumberedColumns, number>();
	let columns: readonly Column[] = [];
	const line = (cells: readonly string[]) => stringify([cells], { ...look, delimiter: separator });
	return {
		survey: (entry) => {
			if (entry.kind === 'unreadable') return;
			const { json } = entry;
			for (const each of numberedColumns)
				most.set(each, Math.max(most.get(each) ?? 1, elementsOf(json, each).length));
		},
		head: () => {
			const numbered = numberedColumns.flatMap((each) => columnsOf(each, most.get(each) ?? 1));
			columns = [...exportColumns.map(([header, ...path]) => column(header, path)), ...numbered];
			return byteOrderMark + line(columns.map(({ header }) => header));
		},
		row: (entry) => {
			if (entry.kind === 'unreadable') return '';
			const { json } = entry;
			return line(columns.map(({ read, name }) => exportCell(read(json), name, protectsDigits)));
		},
	};
}

function column(header: string, path: readonly (string | number)[]): Column {
	const name = `${path.at(-1)}`;
	const isList = knownField(path.filter((step) => typeof step === 'string'))?.kind === 'list';
	if (!isList) return { header, read: (json) => valueAt(json, path), name };
	return { header, read: (json) => listOf(valueAt(json, path)), name };
}

function columnsOf(numbered: NumberedColumns, most: number): Column[] {
	const { header, path, columns } = numbered;
	const places = Array.from({ length: Math.min(most, mostNumbered) }, (_, place) => place);
	const all = places.flatMap((place) =>
		columns.map(([each, ...below]) =>
			column(`${header} ${place + 1} ${each}`.trim(), [...path, place, ...below]),
		),
	);
	const rest = {
		header: `${header} ${mostNumbered + 1} and more`,
		read: (json: JsonObject) => elementsOf(json, numbered).slice(mostNumbered),
		name: '',
	};
	return most > mostNumbered ? [...all, rest] : all;
}

function elementsOf(json: JsonObject, { path }: NumberedColumns): readonly unknown[] {
	return listOf(valueAt(json, path));
}

function valueAt(json: unknown, path: readonly (string | number)[]): unknown {
	let value = json;
	for (const step of path) value = memberOf(value, step);
	return value;
}

function memberOf(json: unknown, step: string | number): unknown {
	if (typeof step === 'number') return listOf(json)[step];
	if (!isJsonObject(json)) return Array.isArray(json) ? idOf(json, step) : undefined;
	// Looked for first, because what isn't there is the common case, and V8 keeps a note of each time it is read.
	if (Object.hasOwn(json, step)) return json[step];
	return Object.hasOwn(json, 'profileType') ? idOf([json], step) : undefined;
}

/** The ids of a customer come as an object by type, or as `{ profileType, id }`, mostly in a list. */
function idOf(items: readonly unknown[], profileType: string): unknown {
	const item = items.find((each) => isJsonObject(each) && each['profileType'] === profileType);
	return isJsonObject(item) ? item['id'] : undefined;
}
