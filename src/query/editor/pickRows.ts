import * as vscode from 'vscode';
import { asItem } from '../../text/asItem.ts';
import type { QueryShelf } from './shelf.ts';
import { queryWords, savedNameWords } from './spoken.ts';

/** Lets the user choose which of their saved queries are rows above the tree. */
export async function pickRows(shelf: QueryShelf): Promise<void> {
	const { saved } = shelf.own();
	if (saved.length === 0) {
		await vscode.window.showInformationMessage(
			vscode.l10n.t('No query is saved yet: choose Filter…, then Save this query….'),
		);
		return;
	}
	const items = saved.map(({ name, row = false, query }, index) => ({
		label: asItem(savedNameWords(name, index)),
		description: asItem(queryWords(query)),
		picked: row,
		name,
	}));
	const picked = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t('Show Saved Queries as Rows'),
		placeHolder: vscode.l10n.t('Those that stand above the tree'),
		canPickMany: true,
	});
	if (!picked) return;
	for (const item of items) {
		const isRow = picked.includes(item);
		if (isRow !== item.picked) await shelf.showAsRow(item.name, isRow);
	}
}
