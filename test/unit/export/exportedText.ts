import { parse } from 'csv-parse/sync';
import { csvExport } from '../../../src/export/csv.ts';
import type { ExportFormat, ListedEntry } from '../../../src/export/format.ts';
import type { ReasonsOf } from '../../../src/export/reasons.ts';
import { exportSteps } from '../../../src/export/steps.ts';
import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { readReferral } from '../../../src/partner/referral.ts';

/** Nobody is needed. */
export const noReasons: ReasonsOf = () => [];

/** JSON as an export has it. */
export function entriesOf(jsons: readonly unknown[]): readonly ListedEntry[] {
	return jsons.map((json) => {
		const read = readReferral(json);
		return read.kind === 'received' ? new ListedReferral(read, { whole: false }) : read;
	});
}

/** The whole text of an export. */
export function exportedText(jsons: readonly unknown[], format: ExportFormat<ListedEntry>): string {
	return [...exportSteps(entriesOf(jsons), format)].map(({ text }) => text).join('');
}

/** The rows of a CSV export as a program reads them, by header. */
export function exportedRows(
	jsons: readonly unknown[],
	reasonsOf: ReasonsOf = noReasons,
): readonly Readonly<Record<string, string>>[] {
	return parse(exportedText(jsons, csvExport(reasonsOf)), {
		bom: true,
		columns: true,
		record_delimiter: '\r\n',
	});
}
