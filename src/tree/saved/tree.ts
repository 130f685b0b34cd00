import type * as vscode from 'vscode';

/** A tree that is there: it never waits for its rows. */
export interface Tree extends vscode.Disposable {
	readonly onDidChangeTreeData: vscode.Event<string | undefined>;
	getChildren(element?: string): string[];
	getTreeItem(element: string): vscode.TreeItem;
	getParent(element: string): string | undefined;
	resolveTreeItem(item: vscode.TreeItem, element: string): vscode.TreeItem;
}
