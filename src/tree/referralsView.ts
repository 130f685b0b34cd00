import { setImmediate as inTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Browsing } from '../listing/browsing.ts';
import type { Feed } from '../listing/feed.ts';
import { isFiltered, type Query } from '../query/query.ts';
import { LazyTree } from './lazyTree.ts';
import { elementOf, type Row, rowOf } from './row.ts';

const viewId = 'partnerReferrals.explorer';

/** What is longer, a timer takes for nothing; in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** How much may be loaded without being asked for it. */
export interface LoadingSettings {
	/** How much memory referrals may take before loading all asks whether to go on, in megabytes. */
	readonly memoryCeiling: number;
	/** Whether expanding a group also fetches the first page of the next one. */
	readonly fetchAhead: boolean;
}

/** What the view needs around it. */
export interface Surroundings {
	readonly browsing: Browsing;
	/** The user has opened the view. */
	readonly opened: () => void;
	readonly settings: () => LoadingSettings;
	/** The service asked for a pause, until so many milliseconds since 1970. */
	readonly onDidPause: vscode.Event<number>;
}

/** The view in the sidebar: the tree, the words around it, and the context keys that menus go by. */
export class ReferralsView implements vscode.Disposable {
	readonly #around: Surroundings;
	readonly #tree: LazyTree;
	readonly #view: vscode.TreeView<string>;
	readonly #subscriptions: { dispose(): void }[];
	readonly #context = new Map<string, unknown>();
	#pausedUntil = 0;
	#pauseEnds: NodeJS.Timeout | undefined;

	constructor(around: Surroundings) {
		const { browsing, opened, settings, onDidPause } = around;
		this.#around = around;
		this.#tree = new LazyTree(async () => {
			opened();
			const [{ ReferralsTree }, { presenting }] = await Promise.all([
				import('./referralsTree.ts'),
				import('../editor/presenting.ts'),
			]);
			return new ReferralsTree(browsing, () => settings().fetchAhead, presenting());
		});
		this.#view = vscode.window.createTreeView(viewId, {
			treeDataProvider: this.#tree,
			showCollapseAll: true,
		});
		this.#subscriptions = [
			browsing.onDidChange(() => this.#describe()),
			browsing.sessions.onDidChange(() => this.#pause(0)),
			onDidPause((until) => this.#pause(until)),
		];
	}

	/** The row that commands act on which are given none. */
	get selection(): Row | undefined {
		return this.rowOf(this.#view.selection[0]);
	}

	/** The user selected a row, or we did. */
	get onDidSelect(): vscode.Event<unknown> {
		return this.#view.onDidChangeSelection;
	}

	/** Reads what a command was given, which may be anything. */
	rowOf(element: unknown): Row | undefined {
		const { exploration } = this.#around.browsing;
		return exploration && rowOf(element, exploration.grouping.name);
	}

	/** Selects the row of a referral, if it is shown and the view is in sight; the focus stays where it is. */
	async revealReferral(id: string): Promise<void> {
		const { selection } = this;
		const { exploration } = this.#around.browsing;
		if (!this.#view.visible || !exploration) return;
		if (selection?.kind === 'referral' && selection.id === id) return;
		const place = exploration.placeOf(id);
		if (place) await this.#reveal({ kind: 'referral', branch: place.branch.key, id }, { focus: false });
	}

	/** Shows what a query finds, from the top. */
	async search(query: Query): Promise<void> {
		const { browsing } = this.#around;
		browsing.search(query);
		await vscode.commands.executeCommand(`${viewId}.focus`);
		const [first] = browsing.exploration?.arrangement.values() ?? [];
		if (first) await this.#reveal({ kind: 'branch', branch: first.key }, { select: false });
	}

	/** Shows progress in the view while a task runs. */
	async during(task: Promise<unknown>): Promise<void> {
		await vscode.window.withProgress({ location: { viewId } }, () => task);
	}

	/** Loads the next page; whoever stands on the row "Load more" then stands on the first new referral. */
	async loadMore(branch: string, feed: Feed): Promise<void> {
		const { browsing } = this.#around;
		const { exploration } = browsing;
		const rows = () => exploration?.arrangement.get(branch)?.rows ?? [];
		const before = new Set(rows());
		const stood = this.#standsAtEndOf(branch);
		await this.during(feed.loadMore());
		const added = rows().find((row) => !before.has(row));
		// Whoever went on to another row meanwhile stays there.
		const moved = this.selection !== undefined && !this.#standsAtEndOf(branch);
		if (!stood || moved || !added || !this.#view.visible || exploration !== browsing.exploration) return;
		await this.#reveal({ kind: 'referral', branch, id: added.referral.id }, { focus: true });
	}

	/** Loads what is left of some feeds, and shows how far it is. @returns whether everything has come */
	async loadAll(feeds: readonly Feed[]): Promise<boolean> {
		const { loadAllWithProgress } = await import('./loadAllProgress.ts');
		const { browsing, onDidPause, settings } = this.#around;
		const store = browsing.sessions.current?.store;
		const { memoryCeiling } = settings();
		return loadAllWithProgress(feeds, { onDidPause, held: () => store?.size ?? 0, memoryCeiling });
	}

	dispose(): void {
		clearTimeout(this.#pauseEnds);
		for (const subscription of this.#subscriptions) subscription.dispose();
		this.#view.dispose();
		this.#tree.dispose();
	}

	#standsAtEndOf(branch: string): boolean {
		const { selection } = this;
		return selection?.kind === 'more' && selection.branch === branch;
	}

	/** What was to be shown may have gone meanwhile, or be beyond what is shown; then there is nothing to do. */
	async #reveal(row: Row, options: { select?: boolean; focus?: boolean }): Promise<void> {
		const { exploration } = this.#around.browsing;
		if (!exploration) return;
		// The editor is told of new rows in a turn of its own, and can show one only after that.
		await inTurn();
		const element = elementOf(row, exploration.grouping.name);
		await this.#view.reveal(element, options).then(undefined, () => {});
	}

	#pause(until: number): void {
		this.#pausedUntil = until;
		clearTimeout(this.#pauseEnds);
		const left = Math.min(until - Date.now(), longestTimer);
		if (left > 0) this.#pauseEnds = setTimeout(() => this.#pause(until), left);
		this.#describe();
	}

	#describe(): void {
		const { sessions, query, needsSignIn } = this.#around.browsing;
		this.#setContext('state', sessions.state);
		this.#setContext('filtered', isFiltered(query.value) || query.value.sort !== 'newest');
		this.#setContext('needsSignIn', needsSignIn);
		this.#say().catch(() => {});
	}

	/** What is so once the words for it are loaded, so that the last to say it is right. */
	async #say(): Promise<void> {
		const { wordsAround } = await import('./wordsAround.ts');
		Object.assign(this.#view, wordsAround(this.#around.browsing, this.#pausedUntil, Date.now()));
	}

	/** Only what has changed, since the editor looks at all its menus after each. */
	#setContext(key: string, value: unknown): void {
		if (this.#context.get(key) === value) return;
		this.#context.set(key, value);
		void vscode.commands.executeCommand('setContext', `partnerReferrals.${key}`, value);
	}
}
