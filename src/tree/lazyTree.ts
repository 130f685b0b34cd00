import * as vscode from 'vscode';
import type { Browsing } from './browsing.ts';
import type { ReferralsTree } from './referralsTree.ts';
import type { Row } from './row.ts';

/** The tree, whose code is loaded when the editor asks for a row: for an activation without a view that is never. */
export class LazyTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #fetchesAhead: () => boolean;
	readonly #changes = new vscode.EventEmitter<Row | undefined>();
	#tree: ReferralsTree | undefined;

	readonly onDidChangeTreeData = this.#changes.event;

	/** @param fetchesAhead whether the user allows to fetch what nobody has asked for yet */
	constructor(browsing: Browsing, fetchesAhead: () => boolean) {
		this.#browsing = browsing;
		this.#fetchesAhead = fetchesAhead;
	}

	async getChildren(row?: Row): Promise<Row[]> {
		return (await this.#loaded()).getChildren(row);
	}

	getTreeItem(row: Row): vscode.TreeItem | Promise<vscode.TreeItem> {
		return this.#tree?.getTreeItem(row) ?? this.#loaded().then((tree) => tree.getTreeItem(row));
	}

	async getParent(row: Row): Promise<Row | undefined> {
		return (await this.#loaded()).getParent(row);
	}

	async resolveTreeItem(item: vscode.TreeItem, row: Row): Promise<vscode.TreeItem> {
		return (await this.#loaded()).resolveTreeItem(item, row);
	}

	dispose(): void {
		this.#tree?.dispose();
		this.#changes.dispose();
	}

	async #loaded(): Promise<ReferralsTree> {
		if (this.#tree) return this.#tree;
		const { ReferralsTree } = await import('./referralsTree.ts');
		this.#tree ??= this.#followed(new ReferralsTree(this.#browsing, this.#fetchesAhead));
		return this.#tree;
	}

	#followed(tree: ReferralsTree): ReferralsTree {
		tree.onDidChangeTreeData((row) => this.#changes.fire(row));
		return tree;
	}
}
