import * as vscode from 'vscode';
import type { Explorer } from '../../listing/explorer.ts';
import { queryText } from '../../query/text.ts';
import { type Row, rowAbove } from '../../tree/row.ts';
import type { ExportScope } from '../source.ts';

/** Lets the user choose what to export. @param row the one that is selected */
export async function pickExportScope(
	explorer: Explorer,
	row: Row | undefined,
): Promise<ExportScope | undefined> {
	const { query } = explorer;
	const node = row && nodeOf(row, explorer);
	const all: (vscode.QuickPickItem & { readonly scope: ExportScope })[] = [
		{
			label: 'All groups of the active query',
			description: queryText(query, vscode.env.language),
			scope: 'query',
		},
		{ label: 'Everything (without the filter)', scope: 'everything' },
	];
	const items = node
		? [{ label: 'The group that is selected', description: nameOf(node), scope: node }, ...all]
		: all;
	const look = { title: 'Export Referrals', placeHolder: 'What to export; what is missing is loaded first' };
	return (await vscode.window.showQuickPick(items, look))?.scope;
}

/** The group or status that a row is or stands in. */
export function nodeOf(row: Row, explorer: Explorer): Exclude<ExportScope, string> | undefined {
	if (row.kind === 'group' || row.kind === 'status') return row;
	const above = rowAbove(row, explorer);
	return above && nodeOf(above, explorer);
}

function nameOf(node: Exclude<ExportScope, string>): string {
	if (node.kind === 'status') return node.status;
	return [node.status, node.substatus ?? 'Other'].filter((word) => word).join(' › ');
}
