import * as vscode from 'vscode';
import type { Tree } from './saved/tree.ts';

/** The tree, whose code is loaded when the editor asks for a row: for an activation without a view that is never. */
export class LazyTree implements vscode.TreeDataProvider<string>, vscode.Disposable {
	readonly #make: () => Promise<Tree>;
	readonly #shown: () => void;
	readonly #changes = new vscode.EventEmitter<string | undefined>();
	#making: Promise<Tree> | undefined;
	#tree: Tree | undefined;

	readonly onDidChangeTreeData = this.#changes.event;

	/**
	 * @param make makes the tree, at the first call only
	 * @param shown the editor has asked for the rows at the top, which it does when the view is in sight
	 */
	constructor(make: () => Promise<Tree>, shown: () => void) {
		this.#make = make;
		this.#shown = shown;
	}

	async getChildren(element?: string): Promise<string[]> {
		const rows = (await this.#loaded()).getChildren(element);
		if (element === undefined) this.#shown();
		return rows;
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

	#loaded(): Promise<Tree> {
		this.#making ??= this.#make().then((tree) => {
			this.#tree = tree;
			tree.onDidChangeTreeData((element) => this.#changes.fire(element));
			return tree;
		});
		return this.#making;
	}
}
