import { stringify } from 'csv-stringify/sync';
import { exportCell } from './cell.ts';
import { exportColumn } from './column.ts';
import { type ExportColumn, exportColumns } from './columns.ts';
import type { ExportFormat } from './format.ts';
import type { ReasonsOf } from './reasons.ts';

/** What a table has that is pasted, unless the user chose other columns: what one tells others of a referral. */
export const usualHeaders: readonly string[] = [
	...['name', 'customerProfile.name', 'customerProfile.address.country', 'status', 'substatus'],
	...['details.dealValue', 'details.currency', 'details.closingDateTime', 'expirationDateTime'],
	...['createdDateTime', 'updatedDateTime', 'id'],
].flatMap((path) => exportColumns.find(([, ...names]) => names.join('.') === path)?.[0] ?? []);

/** How a table is written. */
export interface TableOptions {
	/** Those of an export; others are passed over, and where none is left the usual ones are taken. */
	readonly headers: readonly string[];
	readonly protectsDigits: boolean;
	/** Whether a line with the headers stands above. */
	readonly headed: boolean;
}

/** A table to be pasted into a spreadsheet: a line for each referral, with tabs between cells, as safe as the CSV. */
export function tableExport(
	reasonsOf: ReasonsOf,
	{ headers, protectsDigits, headed }: TableOptions,
): ExportFormat {
	const columns = columnsCalled(headers).map((column) => exportColumn(column, reasonsOf));
	return {
		head: () => (headed ? line(columns.map(({ header }) => header)) : ''),
		row: (entry) => {
			if (entry.kind === 'unreadable') return '';
			const { json } = entry;
			return line(columns.map(({ read, name }) => flat(exportCell(read(json, entry), name, protectsDigits))));
		},
	};
}

function columnsCalled(headers: readonly string[]): readonly ExportColumn[] {
	const known = [...new Set(headers)].flatMap((name) => {
		const found = exportColumns.find(([header]) => header === name);
		return found ? [found] : [];
	});
	return known.length > 0 ? known : columnsCalled(usualHeaders);
}

/** What would begin another cell or line where it is pasted as plain text. */
function flat(cell: string): string {
	return cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}

/** Spreadsheets read quotes in what is pasted, too. */
function line(cells: readonly string[]): string {
	return stringify([cells], { delimiter: '\t', record_delimiter: 'unix' });
}
