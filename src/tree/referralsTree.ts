import * as vscode from 'vscode';
import type { Branch } from '../listing/arranging/arrangement.ts';
import type { Browsing } from '../listing/browsing.ts';
import type { Exploration, ExplorationChange } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { feedAfter } from '../listing/neighbours.ts';
import type { Changes } from '../listing/since/changes.ts';
import type { Referral } from '../partner/referral.ts';
import { nextReasonText, reasonText } from '../referral/attention/reasonText.ts';
import { usualAttention } from '../referral/attention/wishes.ts';
import type { Presenter } from '../referral/presenter.ts';
import { inOrder } from './branchLook.ts';
import { ChangeMarks } from './changeMarks.ts';
import { unconnectedItem } from './connectionItem.ts';
import { Deadlines } from './deadlines.ts';
import { treeItem } from './item.ts';
import { Rearranging } from './rearranging.ts';
import { elementOf, type Row, rowOf, top } from './row/row.ts';
import { rowsAtEnd, rowsIn } from './rows.ts';
import { SidesTold } from './sides/told.ts';
import { Ticking } from './ticking.ts';
import { tooltipOf } from './tooltip.ts';

/** Shows what is being browsed as rows. It holds no data: whoever it asks does. */
export class ReferralsTree implements vscode.TreeDataProvider<string>, vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #fetchesAhead: () => boolean;
	readonly #presenter: Presenter;
	readonly #deadlines: Deadlines;
	readonly #ticking: Ticking;
	readonly #sides: SidesTold;
	readonly #marks: ChangeMarks | undefined;
	readonly #rearranging: Rearranging;
	readonly #changes = new vscode.EventEmitter<string | undefined>();
	readonly #subscriptions: { dispose(): void }[];
	/** The feed whose rows the editor is told of at once, since it is asking for them. */
	#beginning: Feed | undefined;
	/** What has changed since the editor was told last. */
	readonly #changed = new Set<string | undefined>();
	#telling: NodeJS.Immediate | undefined;

	readonly onDidChangeTreeData = this.#changes.event;

	/**
	 * @param fetchesAhead whether the user allows to fetch what nobody has asked for yet
	 * @param changes what to mark; without it nothing is
	 */
	constructor(browsing: Browsing, fetchesAhead: () => boolean, presenter: Presenter, changes?: Changes) {
		this.#browsing = browsing;
		this.#fetchesAhead = fetchesAhead;
		this.#presenter = presenter;
		this.#deadlines = new Deadlines(
			(id) => this.#stateOf(id),
			presenter,
			() => soonIn(browsing),
		);
		this.#ticking = new Ticking(presenter.clock, (elements) => this.#tick(elements));
		this.#sides = new SidesTold(presenter, (element) => this.#tellSoon(element));
		this.#marks = changes && new ChangeMarks(changes, presenter);
		this.#subscriptions = [browsing.onDidChange((change) => this.#hear(change))];
		if (changes) this.#subscriptions.push(changes.onDidChange((ids) => this.#hearOf(ids)));
		this.#rearranging = new Rearranging(browsing, presenter.clock);
	}

	/**
	 * What is there, or a row that says that it loads; never waits. Up to VS Code 1.110, a change that is told while the
	 * editor waits for the rows below another row makes it throw those away.
	 */
	getChildren(element?: string): string[] {
		const { exploration } = this.#browsing;
		if (!exploration) return element === undefined ? this.#unconnected() : [];
		const { grouping, arrangement } = exploration;
		const row = element === undefined ? undefined : rowOf(element, grouping.name);
		if (element !== undefined && row?.kind !== 'branch') return [];
		if (row) this.#begin(exploration, row.branch);
		const branches = [...arrangement.values()].filter(({ parent }) => parent === row?.branch);
		const rows = [
			...inOrder(branches, exploration, this.#presenter).map(
				({ key }): Row => ({ kind: 'branch', branch: key }),
			),
			...(row ? rowsIn(exploration, row.branch) : rowsAtEnd(exploration)),
		];
		return rows.map((each) => elementOf(each, grouping.name));
	}

	getTreeItem(element: string): vscode.TreeItem {
		const { exploration, sessions } = this.#browsing;
		const row = exploration && rowOf(element, exploration.grouping.name);
		const item = row
			? treeItem(row, exploration, this.#presenter, this.#marks)
			: unconnectedItem(sessions, this.#presenter.locale);
		item.id = element;
		if (row?.kind === 'referral') this.#mark(item, element, row.id);
		return item;
	}

	getParent(element: string): string | undefined {
		const { exploration } = this.#browsing;
		const row = exploration && rowOf(element, exploration.grouping.name);
		if (!exploration || !row || row.branch === top) return undefined;
		const above = row.kind === 'branch' ? exploration.arrangement.get(row.branch)?.parent : row.branch;
		return above === undefined
			? undefined
			: elementOf({ kind: 'branch', branch: above }, exploration.grouping.name);
	}

	resolveTreeItem(item: vscode.TreeItem, element: string): vscode.TreeItem {
		const { exploration } = this.#browsing;
		const row = exploration && rowOf(element, exploration.grouping.name);
		const store = row?.kind === 'referral' ? exploration?.session.store : undefined;
		const shown = row?.kind === 'referral' ? store?.get(row.id) : undefined;
		if (!exploration || !store || !shown) return item;
		const reasons = exploration.picking
			.rulesOf(shown)
			.map((rule) => reasonText(rule, shown.referral, this.#presenter));
		const sides = this.#sides.tell(element, shown, store);
		const tooltip = tooltipOf(shown.referral, this.#presenter, sides, reasons);
		this.#marks?.tell(tooltip, shown.referral.id);
		item.tooltip = tooltip;
		return item;
	}

	dispose(): void {
		clearImmediate(this.#telling);
		for (const subscription of this.#subscriptions) subscription.dispose();
		this.#ticking.clear();
		this.#rearranging.dispose();
		this.#sides.dispose();
		this.#deadlines.dispose();
		this.#changes.dispose();
	}

	#unconnected(): string[] {
		const { state } = this.#browsing.sessions;
		if (state === 'signedOut') return [];
		if (state !== 'failed') void this.#browsing.open();
		return [elementOf({ kind: state === 'failed' ? 'problem' : 'more', branch: top }, 'none')];
	}

	/** Fetches the first page of a branch that nobody has looked into. */
	#begin(exploration: Exploration, branch: string): void {
		const feed = exploration.feedOf(branch);
		if (feed?.state !== 'idle') return;
		this.#beginning = feed;
		void feed.loadMore().then(() => this.#fetchAhead(exploration, feed));
		this.#beginning = undefined;
	}

	#fetchAhead(exploration: Exploration, feed: Feed): void {
		const next = this.#fetchesAhead() ? feedAfter(exploration, feed) : undefined;
		// Whether it fails is seen when somebody looks.
		if (next?.state === 'idle') void next.loadMore({ background: true });
	}

	/** A branch's count also stands in the one above it, so that this is the smallest part to draw anew. */
	#hear(change: ExplorationChange): void {
		const { exploration } = this.#browsing;
		if (!exploration) this.#ticking.clear();
		if (!exploration || !change) this.#tellSoon(undefined);
		else
			for (const branch of change) {
				if (this.#beginning && exploration.feedOf(branch) === this.#beginning) continue;
				const above = exploration.grouping.nodes.find(({ key }) => key === branch)?.parent ?? branch;
				this.#tellSoon(elementOf({ kind: 'branch', branch: above }, exploration.grouping.name));
			}
	}

	/** Those are other rows now; the branches above them count them. */
	#hearOf(ids: ReadonlySet<string>): void {
		const branches = this.#browsing.exploration?.arrangement.values() ?? [];
		const has = ({ rows }: Branch) => rows.some(({ id }) => ids.has(id));
		this.#hear(new Set([...branches].filter(has).map(({ key }) => key)));
	}

	#stateOf(id: string): Referral | undefined {
		return this.#browsing.exploration?.session.store.get(id)?.referral;
	}

	/** The editor shows what is left of the time to answer at the right, where it stays in sight in a narrow side bar. */
	#mark(item: vscode.TreeItem, element: string, id: string): void {
		const referral = this.#stateOf(id);
		const address = referral && this.#deadlines.addressOf(referral);
		if (address) item.resourceUri = address;
		this.#ticking.drawn(element, referral && nextWords(referral, this.#presenter));
	}

	#tick(elements: readonly string[]): void {
		const grouping = this.#browsing.exploration?.grouping.name ?? '';
		const rows = elements.flatMap((element) => rowOf(element, grouping) ?? []);
		this.#deadlines.changed(rows.flatMap((row) => (row.kind === 'referral' ? row.id : [])));
		for (const element of elements) this.#tellSoon(element);
	}

	/** Soon, so that it is never told in the middle of what the editor is asking for. */
	#tellSoon(element: string | undefined): void {
		this.#changed.add(element);
		this.#telling ??= setImmediate(() => this.#tell());
	}

	#tell(): void {
		this.#telling = undefined;
		const changed = [...this.#changed];
		this.#changed.clear();
		if (changed.includes(undefined)) this.#changes.fire(undefined);
		else for (const element of changed) this.#changes.fire(element);
	}
}

/** When words of a row are others. */
function nextWords(referral: Referral, presenter: Presenter): number | undefined {
	const changes = [presenter.nextChange(referral), nextReasonText(referral, presenter.now)];
	const known = changes.filter((instant) => instant !== undefined);
	return known.length > 0 ? Math.min(...known) : undefined;
}

/** How many days left to answer are few. */
function soonIn({ exploration }: Browsing): number {
	return exploration?.picking.arranging.attention.expiringDays ?? usualAttention.expiringDays;
}
