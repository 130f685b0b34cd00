import * as vscode from 'vscode';
import { newPanel } from '../../editor/panel/newPanel.ts';

/**
 * A new panel where people expect it: beside what is looked at, with the focus, or beside the pages that are kept.
 * @param place `aside`, or the columns that there are pages in
 */
export function placedPanel(
	viewType: string,
	title: string,
	place: 'aside' | readonly (vscode.ViewColumn | undefined)[],
): vscode.WebviewPanel {
	if (place === 'aside')
		return newPanel(viewType, title, { viewColumn: asideColumn(), preserveFocus: false });
	const viewColumn = place.length > 0 ? besideColumn(place) : vscode.ViewColumn.Active;
	return newPanel(viewType, title, { viewColumn, preserveFocus: true });
}

/** Where nothing is open, there is no side. */
function asideColumn(): vscode.ViewColumn {
	const isEmpty = vscode.window.tabGroups.activeTabGroup.activeTab === undefined;
	return isEmpty ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

function besideColumn(columns: readonly (vscode.ViewColumn | undefined)[]): vscode.ViewColumn {
	return Math.min(Math.max(...columns.map((column) => column ?? 0)) + 1, vscode.ViewColumn.Nine);
}
