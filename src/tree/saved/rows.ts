import * as vscode from 'vscode';
import type { Browsing } from '../../listing/browsing.ts';
import type { Exploration } from '../../listing/exploration.ts';
import { meetsQuery } from '../../listing/meetsQuery.ts';
import { queryWords, savedNameWords } from '../../query/editor/spoken.ts';
import { isSameQuery } from '../../query/flat.ts';
import type { SavedQuery } from '../../query/savedQuery.ts';
import { oneLine } from '../../text/oneLine.ts';
import { savedElement, savedNameIn } from './element.ts';
import type { Tree } from './tree.ts';

/** What the rows need around them. */
interface Surroundings {
	readonly browsing: Browsing;
	/** The user's saved queries, as they are now. */
	readonly saved: () => readonly SavedQuery[];
	/** They may be others now. */
	readonly onDidChange: vscode.Event<unknown>;
}

/** A tree with rows above it for the saved queries that the user wants there. */
export class SavedRows implements Tree {
	readonly #tree: Tree;
	readonly #around: Surroundings;
	readonly #changes = new vscode.EventEmitter<string | undefined>();
	readonly #subscriptions: readonly { dispose(): void }[];
	#telling: NodeJS.Immediate | undefined;

	readonly onDidChangeTreeData = this.#changes.event;

	constructor(tree: Tree, around: Surroundings) {
		this.#tree = tree;
		this.#around = around;
		this.#subscriptions = [
			tree.onDidChangeTreeData((element) => this.#changes.fire(element)),
			around.onDidChange(() => this.#changes.fire(undefined)),
			around.browsing.onDidChange(() => this.#tellSoon()),
		];
	}

	getChildren(element?: string): string[] {
		const below = element === undefined || savedNameIn(element) === undefined;
		const rows = below ? this.#tree.getChildren(element) : [];
		return element === undefined ? [...this.#elements(), ...rows] : rows;
	}

	getTreeItem(element: string): vscode.TreeItem {
		const name = savedNameIn(element);
		if (name === undefined) return this.#tree.getTreeItem(element);
		const all = this.#around.saved();
		const index = all.findIndex((each) => each.name === name);
		const item = this.#itemOf(oneLine(savedNameWords(name, index)), all[index]);
		item.id = element;
		item.contextValue = 'savedQuery';
		item.command = { command: 'partnerReferrals.showSavedQuery', title: '', arguments: [element] };
		return item;
	}

	getParent(element: string): string | undefined {
		return savedNameIn(element) === undefined ? this.#tree.getParent(element) : undefined;
	}

	resolveTreeItem(item: vscode.TreeItem, element: string): vscode.TreeItem {
		return savedNameIn(element) === undefined ? this.#tree.resolveTreeItem(item, element) : item;
	}

	dispose(): void {
		clearImmediate(this.#telling);
		for (const subscription of this.#subscriptions) subscription.dispose();
		this.#tree.dispose();
		this.#changes.dispose();
	}

	#elements(): string[] {
		const { browsing, saved } = this.#around;
		const { exploration } = browsing;
		if (!exploration) return [];
		return saved().flatMap(({ name, row }) => (row ? savedElement(exploration.grouping.name, name) : []));
	}

	#itemOf(label: string, saved: SavedQuery | undefined): vscode.TreeItem {
		const { exploration } = this.#around.browsing;
		const item = new vscode.TreeItem(label);
		item.iconPath = new vscode.ThemeIcon('bookmark');
		// What is no longer there, the editor is about to be told.
		if (!saved || !exploration) return item;
		const isShown = isSameQuery(saved.query, exploration.query);
		if (isShown) item.iconPath = new vscode.ThemeIcon('check');
		const count = countText(saved, exploration);
		item.description = count;
		item.tooltip = oneLine(queryWords(saved.query), 300) || vscode.l10n.t('Everything');
		const spoken = isShown ? vscode.l10n.t('saved query, shown now') : vscode.l10n.t('saved query');
		item.accessibilityInformation = { label: [oneLine(label), count, spoken].filter(Boolean).join(', ') };
		return item;
	}

	/** Soon, so that it is never told in the middle of what the editor is asking for. */
	#tellSoon(): void {
		this.#telling ??= setImmediate(() => {
			this.#telling = undefined;
			for (const element of this.#elements()) this.#changes.fire(element);
		});
	}
}

/** How many of what is loaded the query would find; nothing where that can't be told, or nothing is loaded. */
function countText({ query }: SavedQuery, { session }: Exploration): string {
	const { store } = session;
	const meets = store.size === 0 ? undefined : meetsQuery(query, Date.now());
	if (!meets) return '';
	let found = 0;
	for (const row of store.all()) if (meets(row)) found += 1;
	return vscode.l10n.t('{0} of {1} loaded', found, store.size);
}
