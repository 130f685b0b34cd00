import type * as vscode from 'vscode';

/**
 * The rows that the user has selected. While the editor draws rows anew it knows nothing of them for a moment, in what it has
 * selected as in what it gives to commands; then what it told before counts.
 */
export class SelectedRows implements vscode.Disposable {
	readonly #view: vscode.TreeView<string>;
	readonly #subscription: vscode.Disposable;
	#told: readonly string[] = [];

	constructor(view: vscode.TreeView<string>) {
		this.#view = view;
		this.#subscription = view.onDidChangeSelection(({ selection }) => {
			this.#told = selection;
		});
	}

	/** Their elements. */
	get all(): readonly string[] {
		const { selection } = this.#view;
		return selection.length < this.#told.length ? this.#told : selection;
	}

	/** What the editor knows of them, which may be too little for a moment. */
	get now(): readonly string[] {
		return this.#view.selection;
	}

	dispose(): void {
		this.#subscription.dispose();
	}
}
