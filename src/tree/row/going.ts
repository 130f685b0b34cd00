import { setImmediate as inTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Browsing } from '../../listing/browsing.ts';
import type { Feed } from '../../listing/feed.ts';
import type { Query } from '../../query/query.ts';
import { elementOf, type Row, rowOf } from './row.ts';
import type { SelectedRows } from './selectedRows.ts';
import { viewId } from './viewId.ts';

/** How the tree goes to its rows, and where one stands after that. */
export class Going {
	readonly #view: vscode.TreeView<string>;
	readonly #browsing: Browsing;
	readonly #selected: SelectedRows;

	constructor(view: vscode.TreeView<string>, browsing: Browsing, selected: SelectedRows) {
		this.#view = view;
		this.#browsing = browsing;
		this.#selected = selected;
	}

	/** Selects the row of a referral, if it is shown and the view is in sight; the focus stays where it is. */
	async revealReferral(id: string): Promise<void> {
		const { exploration } = this.#browsing;
		if (!this.#view.visible || !exploration) return;
		// Whoever has selected it, perhaps among others or in another branch, keeps what is selected.
		if (this.#selected.all.some((element) => isReferral(id, this.#rowOf(element)))) return;
		const place = exploration.placeOf(id);
		if (place) await this.#reveal({ kind: 'referral', branch: place.branch.key, id }, { focus: false });
	}

	/** Goes to a row, wherever the focus is. */
	async goTo(row: Row): Promise<void> {
		if (!this.#view.visible) await this.#focus();
		await this.#reveal(row, { focus: true });
	}

	/** Shows what a query finds, from the top. */
	async search(query: Query): Promise<void> {
		this.#browsing.search(query);
		await this.#focus();
		const [first] = this.#browsing.exploration?.arrangement.values() ?? [];
		if (first) await this.#reveal({ kind: 'branch', branch: first.key }, { select: false });
	}

	/** Loads the next page; whoever stands on the row "Load more" then stands on the first new referral. */
	async loadMore(branch: string, feed: Feed): Promise<void> {
		const { exploration } = this.#browsing;
		const rows = () => exploration?.arrangement.get(branch)?.rows ?? [];
		const before = new Set(rows());
		const stood = this.#standsAtEndOf(branch);
		await feed.loadMore();
		const added = rows().find((row) => !before.has(row));
		// Whoever went on to another row meanwhile stays there.
		const moved = this.#selection !== undefined && !this.#standsAtEndOf(branch);
		if (!stood || moved || !added || !this.#view.visible || exploration !== this.#browsing.exploration)
			return;
		await this.#reveal({ kind: 'referral', branch, id: added.referral.id }, { focus: true });
	}

	get #selection(): Row | undefined {
		return this.#rowOf(this.#selected.all[0]);
	}

	#rowOf(element: unknown): Row | undefined {
		const { exploration } = this.#browsing;
		return exploration && rowOf(element, exploration.grouping.name);
	}

	#standsAtEndOf(branch: string): boolean {
		const selection = this.#selection;
		return selection?.kind === 'more' && selection.branch === branch;
	}

	async #focus(): Promise<void> {
		await vscode.commands.executeCommand(`${viewId}.focus`);
	}

	/** What was to be shown may have gone meanwhile, or be beyond what is shown; then there is nothing to do. */
	async #reveal(row: Row, options: { select?: boolean; focus?: boolean }): Promise<void> {
		const { exploration } = this.#browsing;
		if (!exploration) return;
		// The editor is told of new rows in a turn of its own, and can show one only after that.
		await inTurn();
		const element = elementOf(row, exploration.grouping.name);
		await this.#view.reveal(element, options).then(undefined, () => {});
	}
}

function isReferral(id: string, row: Row | undefined): boolean {
	return row?.kind === 'referral' && row.id === id;
}
