import * as vscode from 'vscode';
import type { Listing } from '../referrals/listing.ts';
import { isFiltered, type Query } from '../referrals/query.ts';
import { queryText } from '../referrals/queryText.ts';
import type { Browsing } from './browsing.ts';
import { ReferralsTree } from './referralsTree.ts';
import type { Row } from './row.ts';

const viewId = 'partnerReferrals.explorer';

/** The view in the sidebar: the tree, the words around it, and the context keys that menus go by. */
export class ReferralsView implements vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #tree: ReferralsTree;
	readonly #view: vscode.TreeView<Row>;
	readonly #subscription: vscode.Disposable;

	constructor(browsing: Browsing) {
		this.#browsing = browsing;
		this.#tree = new ReferralsTree(browsing);
		this.#view = vscode.window.createTreeView(viewId, {
			treeDataProvider: this.#tree,
			showCollapseAll: true,
		});
		this.#subscription = browsing.onDidChange((group) => group ?? this.#describe());
	}

	/** The row that commands from the palette act on. */
	get selection(): Row | undefined {
		return this.#view.selection[0];
	}

	/** Shows what a query finds, from the top. */
	async search(query: Query): Promise<void> {
		this.#browsing.search(query);
		await vscode.commands.executeCommand(`${viewId}.focus`);
		const top = this.#browsing.explorer?.groups[0];
		if (top) await this.#view.reveal(top, { select: false });
	}

	/** Shows progress in the view while a task runs. */
	async during(task: Promise<void>): Promise<void> {
		await vscode.window.withProgress({ location: { viewId } }, () => task);
	}

	/** Loads the next page; whoever stood on the row "Load more" then stands on the first new referral. */
	async loadMore(listing: Listing): Promise<void> {
		const before = listing.rows.length;
		const stoodOnRow = this.selection?.kind === 'loadMore' && this.selection.listing === listing;
		await this.during(listing.loadMore());
		const received = listing.rows[before];
		if (!stoodOnRow || !received || !this.#view.visible) return;
		await this.#view.reveal({ kind: 'referral', group: listing.group, received }, { focus: true });
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#view.dispose();
		this.#tree.dispose();
	}

	#describe(): void {
		const { state, query } = this.#browsing;
		const filter = queryText(query, vscode.env.language);
		this.#view.description = filter;
		// The editor has no room for the description in a narrow side bar, so the message says it, too.
		const sample = state === 'sample' && 'Sample referrals of an invented organisation.';
		this.#view.message = [sample, filter && `Filter: ${filter}`].filter((text) => text).join(' ');
		setContext('state', state);
		setContext('filtered', isFiltered(query) || query.sort !== 'newest');
	}
}

function setContext(key: string, value: unknown): void {
	void vscode.commands.executeCommand('setContext', `partnerReferrals.${key}`, value);
}
