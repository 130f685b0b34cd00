import { stringify } from 'csv-stringify/sync';
import { exportCell } from '../../export/cell.ts';
import type { Answer } from './figures/question.ts';

/** Excel takes a file for UTF-8 only if it begins so. */
const byteOrderMark = '\ufeff';
/** Without the last one, a line end within a cell would not be quoted. */
const look = { record_delimiter: 'windows', quote_record_delimiter: true };

/** The numbers of a chart as a file for spreadsheets. */
export function csvOf({ table }: Answer, separator: string): string {
	const lines = table.rows.map((cells) =>
		cells.map((cell) => exportCell(typeof cell === 'string' ? cell : cell.number, '')),
	);
	const head = table.head.map((each) => exportCell(each, ''));
	return byteOrderMark + stringify([head, ...lines], { ...look, delimiter: separator });
}
