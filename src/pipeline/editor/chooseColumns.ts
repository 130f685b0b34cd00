import * as vscode from 'vscode';
import { asItem } from '../../text/asItem.ts';
import { tableColumns } from '../columns/columns.ts';
import type { PipelinePanel } from './panel.ts';

/** Asks which columns are shown; those that are stay in their order, and others come after them. */
export async function chooseColumns(panel: PipelinePanel): Promise<void> {
	const shown = panel.contents.table.columns.map(({ id, width }) => ({ id, width }));
	const isShown = (id: string) => shown.some((each) => each.id === id);
	const items = tableColumns.map(({ id, label, width }) => ({
		label: asItem(label()),
		picked: isShown(id),
		id,
		width,
	}));
	const picked = await vscode.window.showQuickPick(items, {
		canPickMany: true,
		title: vscode.l10n.t('Columns'),
		placeHolder: vscode.l10n.t('What the table shows of each referral'),
	});
	if (!picked) return;
	const wanted = new Set(picked.map(({ id }) => id));
	const kept = shown.filter(({ id }) => wanted.has(id));
	const added = picked.filter(({ id }) => !isShown(id)).map(({ id, width }) => ({ id, width }));
	panel.wish({ columns: [...kept, ...added] });
}
