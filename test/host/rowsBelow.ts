import type * as vscode from 'vscode';
import type { ReferralsTree } from '../../src/tree/referralsTree.ts';

/** The rows below a row once none of them says that it loads, as VS Code comes to show them. */
export async function rowsBelow(tree: ReferralsTree, element?: string): Promise<string[]> {
	for (;;) {
		const changed = next(tree.onDidChangeTreeData);
		const rows = tree.getChildren(element);
		if (!rows.some((row) => tree.getTreeItem(row).contextValue === 'loading')) return rows;
		await changed;
	}
}

function next(event: vscode.Event<unknown>): Promise<void> {
	return new Promise((resolve) => {
		const subscription = event(() => {
			subscription.dispose();
			resolve();
		});
	});
}
