import * as vscode from 'vscode';
import type { Explorer } from '../listing/explorer.ts';
import type { Group } from '../referral/group.ts';
import type { Reader } from '../referral/rowText.ts';
import type { Browsing } from './browsing.ts';
import { treeItem } from './item.ts';
import { type Row, rowAbove, rowsBelow } from './row.ts';
import { tooltipOf } from './tooltip.ts';

/** Shows what is being browsed as rows. It holds no data: the listings do. */
export class ReferralsTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #fetchesAhead: () => boolean;
	readonly #changes = new vscode.EventEmitter<Row | undefined>();
	readonly #subscription: vscode.Disposable;
	/** The group whose rows the editor is told of at once, since it is asking for them. */
	#beginning: Group | undefined;
	/** What has changed since the editor was told last. */
	readonly #changed = new Set<Row | undefined>();
	#telling: NodeJS.Immediate | undefined;

	readonly onDidChangeTreeData = this.#changes.event;

	/** @param fetchesAhead whether the user allows to fetch what nobody has asked for yet */
	constructor(browsing: Browsing, fetchesAhead: () => boolean) {
		this.#browsing = browsing;
		this.#fetchesAhead = fetchesAhead;
		this.#subscription = browsing.onDidChange((group) => this.#refresh(group));
	}

	/**
	 * What is there, or a row that says that it loads; never waits. Up to VS Code 1.110, a change that is told while the
	 * editor waits for the rows below another row makes it throw those away.
	 */
	getChildren(row?: Row): Row[] {
		const { explorer } = this.#browsing;
		if (!explorer) return row ? [] : this.#unconnected();
		if (!row) return [...explorer.groups];
		if (row.kind === 'group') this.#begin(row, explorer);
		return [...rowsBelow(row, explorer)];
	}

	getTreeItem(row: Row): vscode.TreeItem {
		return treeItem(row, this.#browsing.explorer, readerNow());
	}

	getParent(row: Row): Row | undefined {
		return this.#browsing.explorer && rowAbove(row, this.#browsing.explorer);
	}

	resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
		if (row.kind === 'referral') item.tooltip = tooltipOf(row.received.referral, readerNow());
		return item;
	}

	dispose(): void {
		clearImmediate(this.#telling);
		this.#subscription.dispose();
		this.#changes.dispose();
	}

	#unconnected(): Row[] {
		const { state, failure } = this.#browsing;
		if (failure) return [{ kind: 'problem', failure }];
		if (state === 'signedOut') return [];
		void this.#browsing.open();
		return [{ kind: 'loading' }];
	}

	/** Fetches the first page of a group that nobody has looked into. */
	#begin(group: Group, explorer: Explorer): void {
		const listing = explorer.listing(group);
		if (listing.state !== 'idle') return;
		this.#beginning = group;
		void listing.loadMore().then(() => this.#fetchAhead(group, explorer));
		this.#beginning = undefined;
	}

	#fetchAhead(group: Group, explorer: Explorer): void {
		const next = this.#fetchesAhead() ? explorer.groupAfter(group) : undefined;
		// Whether it fails is seen when somebody looks.
		if (next && explorer.listing(next).state === 'idle') void explorer.listing(next).loadMore();
	}

	/** A group's count also stands in its status, so that the status is the smallest part to draw anew. */
	#refresh(group: Group | undefined): void {
		const { explorer } = this.#browsing;
		if (group && group === this.#beginning) return;
		this.#changed.add(group && (explorer?.parentOf(group) ?? group));
		// Later, so that it is never told in the middle of what the editor is asking for.
		this.#telling ??= setImmediate(() => this.#tell());
	}

	#tell(): void {
		this.#telling = undefined;
		const changed = [...this.#changed];
		this.#changed.clear();
		if (changed.includes(undefined)) this.#changes.fire(undefined);
		else for (const row of changed) this.#changes.fire(row);
	}
}

function readerNow(): Reader {
	return { locale: vscode.env.language, now: Date.now() };
}
