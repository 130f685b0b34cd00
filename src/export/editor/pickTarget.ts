import * as vscode from 'vscode';
import { csvExport } from '../csv.ts';
import type { ExportFormat } from '../format.ts';
import { jsonLinesExport } from '../jsonLines.ts';
import type { ReasonsOf } from '../reasons.ts';
import { readCsvOptions } from './csvOptions.ts';
import { pickFile } from './pickFile.ts';

/** Where an export goes, and how it is written. */
export interface ExportTarget {
	readonly uri: vscode.Uri;
	readonly format: FormatName;
}

export type FormatName = keyof typeof formats;

const formats = {
	csv: {
		label: () => vscode.l10n.t('CSV'),
		detail: () => vscode.l10n.t('For Excel and CRMs'),
		make: (reasonsOf: ReasonsOf) => csvExport(reasonsOf, readCsvOptions()),
	},
	jsonl: {
		label: () => vscode.l10n.t('JSON Lines'),
		detail: () => vscode.l10n.t('Everything that Partner Center sent'),
		make: jsonLinesExport,
	},
} as const;

/** A writer of a format, for one export. */
export function exportFormat(name: FormatName, reasonsOf: ReasonsOf): ExportFormat {
	return formats[name].make(reasonsOf);
}

/**
 * Asks where to export to; whoever is asked confirms there that a file is overwritten. The name is never changed
 * afterwards, because then nobody would have been asked about that one.
 * @param name what is exported, in words for the name of the file
 */
export async function pickExportTarget(name: readonly string[]): Promise<ExportTarget | undefined> {
	const uri = await pickFile({
		title: vscode.l10n.t('Export Referrals'),
		name,
		filters: { [formats.csv.label()]: ['csv'], [formats.jsonl.label()]: ['jsonl'] },
	});
	const format = uri && (formatOf(uri.path) ?? (await pickFormat()));
	return uri && format && { uri, format };
}

function formatOf(path: string): FormatName | undefined {
	const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
	return extension === 'csv' || extension === 'jsonl' ? extension : undefined;
}

async function pickFormat(): Promise<FormatName | undefined> {
	const items = (['csv', 'jsonl'] as const).map((format) => {
		const { label, detail } = formats[format];
		return { label: label(), detail: detail(), format };
	});
	const look = {
		title: vscode.l10n.t('Export Referrals'),
		placeHolder: vscode.l10n.t('The name of the file does not say: as what?'),
	};
	return (await vscode.window.showQuickPick(items, look))?.format;
}
