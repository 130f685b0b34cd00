import * as vscode from 'vscode';

/**
 * The least that opening a panel from a row of a tree can be: one row, and a page of one word.
 * @param {vscode.ExtensionContext} context
 */
export function activate({ subscriptions }) {
	const item = new vscode.TreeItem('Open an empty panel');
	item.command = { command: 'emptyPanel.open', title: 'Open' };
	const tree = { getChildren: () => [item], getTreeItem: () => item };
	subscriptions.push(
		vscode.window.registerTreeDataProvider('emptyPanel.view', tree),
		vscode.commands.registerCommand('emptyPanel.open', () => {
			const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: true };
			const panel = vscode.window.createWebviewPanel('emptyPanel', 'Empty', column, { enableScripts: true });
			panel.webview.html = '<!DOCTYPE html><html lang="en"><body>Empty</body></html>';
		}),
	);
}
