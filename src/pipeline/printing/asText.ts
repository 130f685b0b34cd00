import { stringify } from 'csv-stringify/sync';
import { exportCell } from '../../export/cell.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { asMarkdown } from '../../text/asMarkdown.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';
import { columnCalled } from '../columns/columns.ts';
import type { Table } from '../table/table.ts';

/** How a table is written: with tabs, to be pasted into a spreadsheet, or with what stands between the values of a file. */
export interface TextOptions {
	readonly separator: '\t' | ',' | ';';
	/** Whether digits that are no number are written so that spreadsheets show them as they are. */
	readonly protectsDigits: boolean;
}

/** What is written of a table. */
type Shown = Pick<Table, 'columns' | 'context'>;

/**
 * Rows with the columns that are shown, and their headings. Cells are as they are shown, but that spreadsheets can count with
 * them: numbers are plain, the currency of a value has a column of its own, dates are in ISO 8601; none is a formula.
 */
export function delimited(
	{ columns, context }: Shown,
	rows: readonly ListedReferral[],
	{ separator, protectsDigits }: TextOptions,
): string {
	const written = columns.flatMap((column) => writtenAs(column, columns));
	const head = written.map((column) => exportCell(column.label(), ''));
	const body = rows.map((row) => written.map((column) => cellOf(row, column, context, protectsDigits)));
	const isPasted = separator === '\t';
	return stringify([head, ...body.map((cells) => (isPasted ? cells.map(flat) : cells))], {
		delimiter: separator,
		record_delimiter: isPasted ? 'unix' : 'windows',
		quote_record_delimiter: !isPasted,
	});
}

/** A value says nothing without its currency. */
function writtenAs(column: TableColumn, all: readonly TableColumn[]): readonly TableColumn[] {
	const currency = columnCalled('details.currency');
	const isAlone = column.id === 'details.dealValue' && !all.some(({ id }) => id === currency?.id);
	return isAlone && currency ? [column, currency] : [column];
}

function cellOf(
	row: ListedReferral,
	column: TableColumn,
	context: ColumnContext,
	protectsDigits: boolean,
): string {
	const key = column.isNumber || column.filterKind === 'days' ? column.keyOf(row, context) : Number.NaN;
	if (typeof key !== 'number' || !Number.isFinite(key))
		return exportCell(column.words(row, context), '', protectsDigits);
	return exportCell(column.isNumber ? key : new Date(key).toISOString(), 'DateTime');
}

/** The same in Markdown, in which nothing of a stranger's is markup, and no cell ends before it is over. */
export function markdownTable({ columns, context }: Shown, rows: readonly ListedReferral[]): string {
	const head = columns.map((column) => markdownCell(column.label()));
	const look = columns.map(({ isNumber }) => (isNumber ? '---:' : '---'));
	const body = rows.map((row) => columns.map((column) => markdownCell(column.words(row, context))));
	return [head, look, ...body].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function markdownCell(text: string): string {
	return asMarkdown(text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()).replaceAll('|', '\\|');
}

/** What would begin another cell or line where it is pasted as plain text. */
function flat(cell: string): string {
	return cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}
