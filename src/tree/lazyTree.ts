import * as vscode from 'vscode';
import type { ReferralsTree } from './referralsTree.ts';

/** The tree, whose code is loaded when the editor asks for a row: for an activation without a view that is never. */
export class LazyTree implements vscode.TreeDataProvider<string>, vscode.Disposable {
	readonly #make: () => Promise<ReferralsTree>;
	readonly #changes = new vscode.EventEmitter<string | undefined>();
	#making: Promise<ReferralsTree> | undefined;
	#tree: ReferralsTree | undefined;

	readonly onDidChangeTreeData = this.#changes.event;

	/** @param make makes the tree, at the first call only */
	constructor(make: () => Promise<ReferralsTree>) {
		this.#make = make;
	}

	async getChildren(element?: string): Promise<string[]> {
		return (await this.#loaded()).getChildren(element);
	}

	getTreeItem(element: string): vscode.TreeItem | Promise<vscode.TreeItem> {
		return this.#tree?.getTreeItem(element) ?? this.#loaded().then((tree) => tree.getTreeItem(element));
	}

	async getParent(element: string): Promise<string | undefined> {
		return (await this.#loaded()).getParent(element);
	}

	async resolveTreeItem(item: vscode.TreeItem, element: string): Promise<vscode.TreeItem> {
		return (await this.#loaded()).resolveTreeItem(item, element);
	}

	dispose(): void {
		this.#tree?.dispose();
		this.#changes.dispose();
	}

	#loaded(): Promise<ReferralsTree> {
		this.#making ??= this.#make().then((tree) => {
			this.#tree = tree;
			tree.onDidChangeTreeData((element) => this.#changes.fire(element));
			return tree;
		});
		return this.#making;
	}
}
