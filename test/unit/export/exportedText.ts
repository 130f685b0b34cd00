import { parse } from 'csv-parse/sync';
import { csvExport } from '../../../src/export/csv.ts';
import type { ExportFormat } from '../../../src/export/format.ts';
import { exportSteps } from '../../../src/export/steps.ts';
import { readReferral } from '../../../src/partner/referral.ts';

/** The whole text of an export. */
export function exportedText(jsons: readonly unknown[], format: ExportFormat): string {
	return [...exportSteps(jsons.map(readReferral), format)].map(({ text }) => text).join('');
}

/** The rows of a CSV export as a program reads them, by header. */
export function exportedRows(jsons: readonly unknown[]): readonly Readonly<Record<string, string>>[] {
	return parse(exportedText(jsons, csvExport()), { bom: true, columns: true, record_delimiter: '\r\n' });
}
