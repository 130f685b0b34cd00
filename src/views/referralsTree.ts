import * as vscode from 'vscode';
import type { Explorer } from '../referrals/explorer.ts';
import type { Group } from '../referrals/group.ts';
import type { Reader } from '../referrals/rowText.ts';
import type { Browsing } from './browsing.ts';
import { type Row, rowAbove, rowsBelow } from './row.ts';
import { tooltipOf } from './tooltip.ts';
import { treeItem } from './treeItem.ts';

/** Shows what is being browsed as rows. It holds no data: the listings do. */
export class ReferralsTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #fetchesAhead: () => boolean;
	readonly #changes = new vscode.EventEmitter<Row | undefined>();
	readonly #subscription: vscode.Disposable;

	readonly onDidChangeTreeData = this.#changes.event;

	/** @param fetchesAhead whether the user allows to fetch what nobody has asked for yet */
	constructor(browsing: Browsing, fetchesAhead: () => boolean) {
		this.#browsing = browsing;
		this.#fetchesAhead = fetchesAhead;
		this.#subscription = browsing.onDidChange((group) => this.#refresh(group));
	}

	async getChildren(row?: Row): Promise<Row[]> {
		const explorer = await this.#browsing.open();
		const { failure } = this.#browsing;
		if (!explorer) return failure && !row ? [{ kind: 'problem', failure }] : [];
		if (!row) return [...explorer.groups];
		if (row.kind === 'group') await this.#begin(row, explorer);
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
		this.#subscription.dispose();
		this.#changes.dispose();
	}

	/** Fetches the first page of a group that nobody has looked into, and waits until something is there. */
	async #begin(group: Group, explorer: Explorer): Promise<void> {
		const listing = explorer.listing(group);
		if (listing.state !== 'idle') return listing.arrival;
		await listing.loadMore();
		const next = this.#fetchesAhead() ? explorer.groupAfter(group) : undefined;
		// Whether it fails is seen when somebody looks.
		if (next && explorer.listing(next).state === 'idle') void explorer.listing(next).loadMore();
	}

	// A group's count also stands in its status, so that the status is the smallest part to draw anew.
	#refresh(group: Group | undefined): void {
		const { explorer } = this.#browsing;
		if (group && explorer && isFirstPage(explorer.listing(group))) return;
		this.#changes.fire(group && (explorer?.parentOf(group) ?? group));
	}
}

/** While the first page loads, the editor shows so by itself, since it waits for the group's rows. */
function isFirstPage({ state, received }: { state: string; received: number }): boolean {
	return state === 'loading' && received === 0;
}

function readerNow(): Reader {
	return { locale: vscode.env.language, now: Date.now() };
}
