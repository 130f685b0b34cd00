import { presenting } from '../../editor/presenting.ts';
import { linkToReferral } from '../../editor/referralLink.ts';
import { readCsvOptions } from '../../export/editor/csvOptions.ts';
import type { ExportFormat } from '../../export/format.ts';
import { jsonLinesExport } from '../../export/jsonLines.ts';
import type { ReasonsOf } from '../../export/reasons.ts';
import { tableExport } from '../../export/table.ts';
import type { Referral } from '../../partner/referral.ts';
import { readCopyColumns } from './tableColumns.ts';

/** What can be copied of referrals, in the order in which it is offered. */
export const copyNames = ['brief', 'table', 'link', 'id', 'engagementId', 'json'] as const;
export type CopyName = (typeof copyNames)[number];

/** How several referrals are written as one text. */
export interface CopyForm extends ExportFormat {
	/** What stands behind the last one. */
	readonly tail?: string;
}

/** A writer of copies of several referrals, for one copy. @param reasonsOf why each of them needs somebody */
export function copyForm(name: CopyName, reasonsOf: ReasonsOf): CopyForm {
	return forms[name](reasonsOf);
}

const forms = {
	brief: () => between('---\n\n', (referral) => presenting().brief(referral, linkToReferral(referral.id))),
	table: (reasonsOf) => copiedTable(reasonsOf, true),
	link: () => between('', ({ id }) => `${linkToReferral(id)}\n`),
	id: () => between('', ({ id }) => `${id}\n`),
	engagementId: engagementIds,
	json: jsonArray,
} as const satisfies Record<CopyName, (reasonsOf: ReasonsOf) => CopyForm>;

/** @param headed whether a line with the headers stands above */
export function copiedTable(reasonsOf: ReasonsOf, headed: boolean): ExportFormat {
	const { protectsDigits } = readCsvOptions();
	return tableExport(reasonsOf, { headers: readCopyColumns(), protectsDigits, headed });
}

/** @param line what stands between two referrals */
function between(line: string, textOf: (referral: Referral) => string): CopyForm {
	let before = '';
	return {
		head: () => '',
		row: (entry) => {
			if (entry.kind === 'unreadable') return '';
			const text = before + textOf(entry.referral);
			before = line;
			return text;
		},
	};
}

/** Several referrals may be of one engagement, which is copied once. */
function engagementIds(): CopyForm {
	const seen = new Set<string>();
	return between('', ({ engagementId = '' }) => {
		if (!engagementId || seen.has(engagementId)) return '';
		seen.add(engagementId);
		return `${engagementId}\n`;
	});
}

/** An array with a line for each, which is JSON as a whole. */
function jsonArray(): CopyForm {
	const lines = jsonLinesExport();
	let before = '[\n';
	return {
		head: () => '',
		row: (entry) => {
			const text = before + lines.row(entry).slice(0, -1);
			before = ',\n';
			return text;
		},
		tail: '\n]\n',
	};
}
