import { setImmediate as inTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Listing } from '../listing/listing.ts';
import type { Received } from '../partner/referral.ts';
import { isFiltered, type Query } from '../query/query.ts';
import type { Browsing } from './browsing.ts';
import { LazyTree } from './lazyTree.ts';
import type { Row } from './row.ts';

const viewId = 'partnerReferrals.explorer';

/** How much may be loaded without being asked for it. */
export interface LoadingSettings {
	/** How much memory referrals may take before loading all asks whether to go on, in megabytes. */
	readonly memoryCeiling: number;
	/** Whether expanding a group also fetches the first page of the next one. */
	readonly fetchAhead: boolean;
}

/** The view in the sidebar: the tree, the words around it, and the context keys that menus go by. */
export class ReferralsView implements vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #settings: () => LoadingSettings;
	readonly #tree: LazyTree;
	readonly #view: vscode.TreeView<Row>;
	readonly #subscription: vscode.Disposable;
	readonly #context = new Map<string, unknown>();
	#pausedUntil = 0;
	#pauseEnds: NodeJS.Timeout | undefined;

	constructor(browsing: Browsing, settings: () => LoadingSettings) {
		this.#browsing = browsing;
		this.#settings = settings;
		this.#tree = new LazyTree(browsing, () => settings().fetchAhead);
		this.#view = vscode.window.createTreeView(viewId, {
			treeDataProvider: this.#tree,
			showCollapseAll: true,
		});
		this.#subscription = vscode.Disposable.from(
			browsing.onDidChange(() => this.#describe()),
			browsing.onDidPause((until) => this.#pause(until)),
		);
	}

	/** The row that commands from the palette act on. */
	get selection(): Row | undefined {
		return this.#view.selection[0];
	}

	/** The user selected a row, or we did. */
	get onDidSelect(): vscode.Event<unknown> {
		return this.#view.onDidChangeSelection;
	}

	/** Selects the row of a referral, if it is loaded and the view is in sight; the focus stays where it is. */
	async revealReferral({ referral: { id } }: Received): Promise<void> {
		const { selection } = this;
		const { explorer } = this.#browsing;
		if (!this.#view.visible || !explorer) return;
		if (selection?.kind === 'referral' && selection.received.referral.id === id) return;
		const found = explorer.find(id);
		if (!found || !explorer.listing(found.group).rows.includes(found.row)) return;
		const row: Row = { kind: 'referral', group: found.group, received: found.row };
		// The editor is told of new rows in a turn of its own, and can show one only after that.
		await inTurn();
		// The row may have gone meanwhile, and then there is nothing to select.
		await this.#view.reveal(row, { focus: false }).then(undefined, () => {});
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
		const row: Row = { kind: 'referral', group: listing.group, received };
		// It may be beyond those that are shown.
		await this.#view.reveal(row, { focus: true }).then(undefined, () => {});
	}

	/** Loads what is left of some listings, and shows how far it is. @returns whether everything has come */
	async loadAll(listings: readonly Listing[]): Promise<boolean> {
		const { loadAllWithProgress } = await import('./loadAllProgress.ts');
		const { onDidPause, explorer } = this.#browsing;
		const { memoryCeiling } = this.#settings();
		const elsewhere = explorer?.receivedBeside(listings) ?? 0;
		return loadAllWithProgress(listings, { onDidPause, elsewhere, memoryCeiling });
	}

	dispose(): void {
		clearTimeout(this.#pauseEnds);
		this.#subscription.dispose();
		this.#view.dispose();
		this.#tree.dispose();
	}

	#pause(until: number): void {
		this.#pausedUntil = until;
		clearTimeout(this.#pauseEnds);
		this.#pauseEnds = setTimeout(() => this.#describe(), until - Date.now());
		this.#describe();
	}

	#describe(): void {
		const { state, query, needsSignIn } = this.#browsing;
		this.#setContext('state', state);
		this.#setContext('filtered', isFiltered(query) || query.sort !== 'newest');
		this.#setContext('needsSignIn', needsSignIn);
		this.#say().catch(() => {});
	}

	/** What is so once the words for it are loaded, so that the last to say it is right. */
	async #say(): Promise<void> {
		const { wordsAround } = await import('./wordsAround.ts');
		Object.assign(this.#view, wordsAround(this.#browsing, this.#pausedUntil));
	}

	/** Only what has changed, since the editor looks at all its menus after each. */
	#setContext(key: string, value: unknown): void {
		if (this.#context.get(key) === value) return;
		this.#context.set(key, value);
		void vscode.commands.executeCommand('setContext', `partnerReferrals.${key}`, value);
	}
}
