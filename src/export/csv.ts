import { stringify } from 'csv-stringify/sync';
import type { JsonObject } from '../partner/json.ts';
import { listOf } from '../referral/fields/listOf.ts';
import { exportCell } from './cell.ts';
import { type Column, columnAt, exportColumn, valueAt } from './column.ts';
import { exportColumns, type NumberedColumns, numberedColumns } from './columns.ts';
import type { ExportFormat } from './format.ts';
import type { ReasonsOf } from './reasons.ts';

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

/** CSV for Excel and CRMs. How many contacts, solutions and so on have columns is what the survey finds to be the most. */
export function csvExport(
	reasonsOf: ReasonsOf,
	{ separator, protectsDigits }: CsvOptions = usual,
): ExportFormat {
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
			columns = [...exportColumns.map((each) => exportColumn(each, reasonsOf)), ...numbered];
			return byteOrderMark + line(columns.map(({ header }) => header));
		},
		row: (entry) => {
			if (entry.kind === 'unreadable') return '';
			const { json } = entry;
			return line(columns.map(({ read, name }) => exportCell(read(json, entry), name, protectsDigits)));
		},
	};
}

function columnsOf(numbered: NumberedColumns, most: number): Column[] {
	const { header, path, columns } = numbered;
	const places = Array.from({ length: Math.min(most, mostNumbered) }, (_, place) => place);
	const all = places.flatMap((place) =>
		columns.map(([each, ...below]) =>
			columnAt(`${header} ${place + 1} ${each}`.trim(), [...path, place, ...below]),
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
