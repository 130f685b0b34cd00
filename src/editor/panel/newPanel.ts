import * as vscode from 'vscode';
import { pageOptions } from './pageOptions.ts';

/** Where a panel opens, and whether the focus stays where it is. */
interface Place {
	readonly viewColumn: vscode.ViewColumn;
	readonly preserveFocus: boolean;
}

/** A new, empty panel. */
export function newPanel(viewType: string, title: string, place: Place): vscode.WebviewPanel {
	return vscode.window.createWebviewPanel(viewType, title, place, pageOptions);
}
