import { parse } from 'csv-parse/sync';
import { readReferral } from '../../src/partner/referral.ts';
import { csvExport } from '../../src/referrals/csvExport.ts';
import type { ExportFormat } from '../../src/referrals/exportFormat.ts';
import { exportSteps } from '../../src/referrals/exportSteps.ts';

/** The whole text of an export. */
export function exportedText(jsons: readonly unknown[], format: ExportFormat): string {
	return [...exportSteps(jsons.map(readReferral), format)].map(({ text }) => text).join('');
}

/** The rows of a CSV export as a program reads them, by header. */
export function exportedRows(jsons: readonly unknown[]): readonly Readonly<Record<string, string>>[] {
	return parse(exportedText(jsons, csvExport()), { bom: true, columns: true, record_delimiter: '\r\n' });
}
