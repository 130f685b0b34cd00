import * as vscode from 'vscode';
import type { Browsing } from '../listing/browsing.ts';
import type { Feed } from '../listing/feed.ts';
import type { Changes } from '../listing/since/changes.ts';
import type { Query } from '../query/query.ts';
import type { BadgeKind } from './badge.ts';
import type { Describing } from './describing.ts';
import type { AutoRefresh } from './fresh/autoRefresh.ts';
import { surfaceOf } from './fresh/surfaceOf.ts';
import { LazyTree } from './lazyTree.ts';
import type { Opening } from './opening.ts';
import type { Going } from './row/going.ts';
import { type Row, rowOf } from './row/row.ts';
import { SelectedRows } from './row/selectedRows.ts';
import { viewId } from './row/viewId.ts';

/** How much may be loaded without being asked for it. */
export interface LoadingSettings {
	/** How much memory referrals may take before loading all asks whether to go on, in megabytes. */
	readonly memoryCeiling: number;
	/** Whether expanding a group also fetches the first page of the next one. */
	readonly fetchAhead: boolean;
	/** Whether opening the view also loads the first page of every group. */
	readonly loadOnOpen: boolean;
	/** Whether it is looked by itself for what has changed. */
	readonly autoRefresh: boolean;
}

/** What the view needs around it. */
export interface Surroundings {
	readonly browsing: Browsing;
	readonly changes: Changes;
	/** The user has opened the view. */
	readonly opened: () => void;
	readonly settings: () => LoadingSettings;
	readonly fresh: AutoRefresh;
	/** What the number on the view's icon counts. */
	readonly badge: () => BadgeKind | undefined;
	/** The service asked for a pause, until so many milliseconds since 1970. */
	readonly onDidPause: vscode.Event<number>;
}

/** The view in the sidebar: the tree, the words around it, and the context keys that menus go by. */
export class ReferralsView implements vscode.Disposable {
	readonly #around: Surroundings;
	readonly #tree: LazyTree;
	readonly selected: SelectedRows;
	readonly #view: vscode.TreeView<string>;
	readonly #subscriptions: { dispose(): void }[];
	#describing: Describing | undefined;

	constructor(around: Surroundings) {
		const { browsing, changes, opened, settings, fresh, onDidPause } = around;
		this.#around = around;
		let opening: Opening | undefined;
		this.#tree = new LazyTree(
			async () => {
				opened();
				const [{ ReferralsTree }, opens, { withSavedRows }, { presenting }, drags] = await Promise.all([
					import('./referralsTree.ts'),
					import('./opening.ts'),
					import('./saved/withSavedRows.ts'),
					import('../editor/presenting.ts'),
					import('./row/dragging.ts'),
				]);
				this.#subscriptions.push(drags.droppingBriefs());
				opening = new opens.Opening(() => settings().loadOnOpen, onDidPause);
				const tree = new ReferralsTree(browsing, () => settings().fetchAhead, presenting(), changes);
				return withSavedRows(tree, browsing);
			},
			() => opening?.shown(browsing.exploration),
		);
		this.#view = vscode.window.createTreeView(viewId, {
			treeDataProvider: this.#tree,
			showCollapseAll: true,
			canSelectMany: true,
			dragAndDropController: {
				dragMimeTypes: ['text/uri-list', 'text/x-partner-referrals-brief'],
				dropMimeTypes: [],
				handleDrag: async (rows, transfer) =>
					(await import('./row/dragging.ts')).dragRows(rows, transfer, browsing),
			},
		});
		this.selected = new SelectedRows(this.#view);
		this.#subscriptions = [
			this.selected,
			browsing.onDidChange(() => this.#tell((it) => it.describe())),
			browsing.sessions.onDidChange(() => this.#tell((it) => it.pause(0))),
			changes.onDidChange(() => this.#tell((it) => it.describe())),
			onDidPause((until) => this.#tell((it) => it.pause(until))),
			fresh.onDidChange(() => this.#tell((it) => it.describe())),
		];
		fresh.shownIn(surfaceOf(this.#view));
	}

	/** The row that commands act on which are given none. */
	get selection(): Row | undefined {
		return this.rowOf(this.selected.all[0]);
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
		if (this.#view.visible) await (await this.#going()).revealReferral(id);
	}

	/** Goes to a row, wherever the focus is. */
	async goTo(row: Row): Promise<void> {
		await (await this.#going()).goTo(row);
	}

	/** Shows what a query finds, from the top. */
	async search(query: Query): Promise<void> {
		await (await this.#going()).search(query);
	}

	/** Shows progress in the view while a task runs. */
	async during(task: Promise<unknown>): Promise<void> {
		await vscode.window.withProgress({ location: { viewId } }, () => task);
	}

	/** Loads the next page; whoever stands on the row "Load more" then stands on the first new referral. */
	async loadMore(branch: string, feed: Feed): Promise<void> {
		const going = await this.#going();
		await this.during(going.loadMore(branch, feed));
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
		this.#describing?.dispose();
		for (const subscription of this.#subscriptions) subscription.dispose();
		this.#view.dispose();
		this.#tree.dispose();
	}

	async #going(): Promise<Going> {
		const { Going } = await import('./row/going.ts');
		return new Going(this.#view, this.#around.browsing, this.selected);
	}

	/** Once the words for it are loaded, which are asked for in the order in which things happen. */
	#tell(how: (describing: Describing) => void): void {
		import('./describing.ts')
			.then(({ Describing }) => {
				this.#describing ??= new Describing(this.#view, this.#around);
				how(this.#describing);
			})
			// The view may have gone meanwhile.
			.catch(() => {});
	}
}
