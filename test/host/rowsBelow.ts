import type * as vscode from 'vscode';
import type { ReferralsTree } from '../../src/tree/referralsTree.ts';
import type { Row } from '../../src/tree/row.ts';

/** The rows below a row once none of them says that it loads, as VS Code comes to show them. */
export async function rowsBelow(tree: ReferralsTree, row?: Row): Promise<Row[]> {
	for (;;) {
		const changed = next(tree.onDidChangeTreeData);
		const rows = tree.getChildren(row);
		if (!rows.some(({ kind }) => kind === 'loading')) return rows;
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
