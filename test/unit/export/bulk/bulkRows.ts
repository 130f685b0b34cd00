import { parse } from 'csv-parse/sync';
import { bulkExport } from '../../../../src/export/bulk/bulk.ts';
import { everyField } from '../../../partner-api/everyField.ts';
import { exportedText } from '../exportedText.ts';

export const now = Date.parse('2026-03-15T10:30:00Z');

const { requirements, ...details } = everyField.details;
const { solutions } = requirements;

/** A deal that Partner Center would take. */
export const good = {
	...everyField,
	...{ status: 'Active', substatus: 'Accepted', qualification: 'None', type: 'Shared' },
	inviteContext: { ...everyField.inviteContext, invitedBy: { organizationId: 'partner' } },
	consent: { ...everyField.consent, consentToToShareInfoWithOthers: true },
	details: { ...details, requirements: { solutions } },
};

/** The rows of a bulk file as a program reads them, by header. */
export function bulkRows(jsons: readonly object[]): readonly Readonly<Record<string, string>>[] {
	return parse(exportedText(jsons, bulkExport(now)), { bom: true, columns: true, record_delimiter: '\r\n' });
}
