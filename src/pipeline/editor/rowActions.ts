import * as vscode from 'vscode';
import { readCsvOptions } from '../../export/editor/csvOptions.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { RowAction } from '../messages/requests.ts';
import { delimited, markdownTable } from '../printing/asText.ts';
import type { PipelinePanel } from './panel.ts';

/** Does something with the rows that are selected where the one that it was begun on is one of them, else with that one. */
export async function actOn(action: RowAction, panel: PipelinePanel, id: string): Promise<void> {
	await actions[action](panel, panel.contents.meant(id), id);
}

const actions = {
	open: ({ around }, _, id) => around.run('openReferral', [id]),
	openAside: ({ around }, _, id) => around.run('openToSide', [id]),
	compare: ({ around }, ids) => around.run('compareSelected', ids),
	exportSelection: ({ around }, ids) => around.run('export', ids),
	copyIds: ({ around }, ids) => around.run('copyId', ids),
	copyBriefs: ({ around }, ids) => around.run('copyBrief', ids),
	copyTable: (panel, ids) =>
		copy(panel, ids, (rows) =>
			delimited(panel.contents.table, rows, { ...readCsvOptions(), separator: '\t' }),
		),
	copyCsv: (panel, ids) =>
		copy(panel, ids, (rows) => delimited(panel.contents.table, rows, readCsvOptions())),
	copyMarkdown: (panel, ids) => copy(panel, ids, (rows) => markdownTable(panel.contents.table, rows)),
} as const satisfies Record<RowAction, (panel: PipelinePanel, ids: readonly string[], id: string) => unknown>;

/** Copies rows in the order in which they are shown, with the columns that are shown. */
async function copy(
	{ contents: { table } }: PipelinePanel,
	ids: readonly string[],
	textOf: (rows: readonly ListedReferral[]) => string,
): Promise<void> {
	const wanted = new Set(ids);
	const rows = [...table.shown()].filter(({ referral }) => wanted.has(referral.id));
	await vscode.env.clipboard.writeText(textOf(rows));
}
