import type { KeptPage } from '../partner/keptPage.ts';
import type { Received } from '../partner/referral.ts';
import { SessionEnded } from '../partner/sessionEnded.ts';
import { odataFor } from '../query/odata/odata.ts';
import { type Query, type Sort, servedSort } from '../query/query.ts';
import { type Arrangement, arrange, type Branch, type Grouping, type Lens } from './arranging/arrangement.ts';
import type { Arranging } from './arranging/arranging.ts';
import { type Partition, partitionsOf, wide } from './arranging/partition.ts';
import { Arrivals } from './arrivals.ts';
import { conditionOn } from './conditionOn.ts';
import { Emitter, type Subscription } from './emitter.ts';
import { Feed } from './feed.ts';
import { fitsQuery, judgeOf } from './fitsQuery.ts';
import { type Lists, listsOf } from './lists.ts';
import { Picking } from './picking.ts';
import { Refreshing } from './refreshing.ts';
import type { Session } from './session.ts';
import type { StoreChange } from './store.ts';
import { Strays } from './strays.ts';

/** Where something changed, as the keys of branches; undefined means anywhere. */
export type ExplorationChange = ReadonlySet<string> | undefined;

/** What one query finds in one session: a feed for each partition that was looked into, and what has come, arranged. */
export class Exploration {
	readonly session: Session;
	readonly query: Query;
	readonly partitions: readonly Partition[];
	/** Reading again what has come, one at a time. */
	readonly refreshing: Refreshing;
	/** What needs somebody. */
	readonly picking: Picking;
	readonly #feeds = new Map<string, Feed>();
	readonly #arrivals: Arrivals;
	readonly #lists: Lists;
	readonly #now: () => number;
	readonly #began: number;
	readonly #end = new AbortController();
	readonly #changes = new Emitter<ExplorationChange>();
	readonly #strays = new Strays();
	#grouping: Grouping;
	#sort: Sort;
	#arrangement: Arrangement | undefined;
	/** How many elements had come when it was made. */
	#arranged = 0;

	readonly onDidChange = this.#changes.event;

	/**
	 * @param now milliseconds since 1970, from which relative dates count whenever they are asked for
	 * @param arranging how what has come is arranged; asked again when told to rearrange
	 */
	constructor(
		session: Session,
		query: Query,
		now: () => number,
		arranging: () => Arranging | undefined = () => undefined,
	) {
		this.session = session;
		this.query = query;
		this.#now = now;
		this.#began = now();
		this.#sort = query.sort;
		this.picking = new Picking(session.store, now, arranging);
		this.#grouping = this.picking.groupingFor(query);
		this.partitions = partitionsOf(query);
		const signal = AbortSignal.any([session.signal, this.#end.signal]);
		this.#lists = listsOf(session, { under: query, signal, now });
		this.refreshing = new Refreshing(this);
		this.#arrivals = new Arrivals(servedSort(query.sort));
		const hold = session.store.hold(this.#arrivals);
		const changes = session.store.onDidChange((change) => this.#stateChanged(change));
		this.signal.addEventListener('abort', () => this.#forget(changes, hold), { once: true });
	}

	/** Ends with the query, and with the session. */
	get signal(): AbortSignal {
		return this.#lists.signal;
	}

	/** How long ago it began, in milliseconds: all that it has loaded was asked for since. */
	get age(): number {
		return this.#now() - this.#began;
	}

	/** How what has come is arranged. */
	get grouping(): Grouping {
		return this.#grouping;
	}

	/** What has come, in branches; also what its feed, which tells of doublings only, hasn't told of yet. */
	get arrangement(): Arrangement {
		const received = this.feeds.reduce((all, feed) => all + feed.received, 0);
		if (received !== this.#arranged) this.#arrangement = undefined;
		this.#arranged = received;
		this.#arrangement ??= this.arrangedBy(this.#grouping, this.picking.lenses);
		return this.#arrangement;
	}

	/** The same in other branches. */
	arrangedBy(grouping: Grouping, lenses: readonly Lens[] = []): Arrangement {
		const feeds = this.partitions.flatMap(({ key }) => this.#feeds.get(key) ?? []);
		return arrange({
			grouping,
			lenses,
			whole: this.partitions.at(-1)?.key,
			feeds: this.#arrivals.first ? [this.#arrivals, ...feeds] : [...feeds, this.#arrivals],
			stateOf: (id) => this.session.store.get(id),
			fits: fitsQuery(this.query, this.#now(), this.session.dialect),
			shows: conditionOn(this.query, this.#now()),
			sort: this.#sort,
		});
	}

	/** The feeds that were looked into. */
	get feeds(): readonly Feed[] {
		return [...this.#feeds.values()];
	}

	/** The feeds of known pairs; the wide one would ask for everything once more. */
	get pairFeeds(): readonly Feed[] {
		return this.partitions.filter(({ key }) => key !== wide).flatMap(({ key }) => this.feed(key) ?? []);
	}

	/** The feed of a partition, made when first asked for, which by itself requests nothing; undefined for any other key. */
	feed(key: string): Feed | undefined {
		const known = this.#feeds.get(key);
		const partition = this.partitions.find((each) => each.key === key);
		if (known || !partition) return known;
		const options = () => odataFor(this.query, partition, this.#now(), this.session.dialect);
		const feed = new Feed(this.#lists, partition, options, (changed) => this.#feedChanged(changed));
		this.#feeds.set(key, feed);
		return feed;
	}

	/**
	 * The feed that a branch is filled from; undefined for one that only holds what has come, or is none. Without a branch, the
	 * one that all of them are filled from, where they have none of their own.
	 */
	feedOf(branch: string): Feed | undefined {
		const { nodes, feed } = this.#grouping;
		const key = branch === '' ? feed : nodes.find((node) => node.key === branch)?.feed;
		return key === undefined ? undefined : this.feed(key);
	}

	/** The feeds of all that stands in a branch. */
	feedsIn(branch: string): readonly Feed[] {
		const own = this.feedOf(branch);
		if (own) return [own];
		const below = this.grouping.nodes.filter(({ parent }) => parent === branch);
		return below.flatMap(({ key }) => this.feedOf(key) ?? []);
	}

	/** The branch that a referral belongs to, and its place there; undefined where it isn't shown. */
	placeOf(id: string): { readonly branch: Branch; readonly index: number } | undefined {
		const row = this.session.store.get(id);
		if (!row) return undefined;
		for (const branch of this.arrangement.values()) {
			if (branch.lens) continue;
			const index = branch.rows.indexOf(row);
			if (index >= 0) return { branch, index };
		}
		return undefined;
	}

	/**
	 * Takes in what has changed at the service, whatever this query asks for: rows of it change, come, move and go.
	 * @returns whether something may have come to belong here or not, which only the service can tell
	 */
	bring(states: readonly Received[], page: KeptPage | undefined): boolean {
		const { store } = this.session;
		const { arrived, unsure } = this.#arrivals.take(states, {
			feeds: this.feeds,
			judge: judgeOf(this.query, this.#now()),
			stateOf: (id) => store.get(id)?.sent,
		});
		store.put(states, { whole: false, page });
		if (arrived) this.#tell(undefined);
		return unsure;
	}

	/** Puts rows into another order, of those for which the service is asked in the same way. */
	sortBy(sort: Sort): void {
		this.#sort = sort;
		this.#tell(undefined);
	}

	/** The user wants it arranged otherwise, or time has passed. */
	rearrange(): void {
		this.#grouping = this.picking.groupingFor(this.query);
		this.#tell(undefined);
	}

	/** Stops what is going on; nothing changes any more, and nothing is there any more. */
	end(): void {
		this.#end.abort(new SessionEnded());
	}

	/** Also for whoever has held on to it since before an `await`. */
	#forget(...subscriptions: readonly Subscription[]): void {
		for (const subscription of subscriptions) subscription.dispose();
		this.#changes.dispose();
		this.#feeds.clear();
		this.#arrivals.clear();
		this.#arrangement = undefined;
	}

	/** Of what has come before, a newer state may stand elsewhere; what comes for the first time, its feed tells of. */
	#stateChanged(change: StoreChange): void {
		const known = [...change].filter(([, wasKnown]) => wasKnown);
		if (known.length === 0) return;
		const concerned = this.feeds.filter((feed) => known.some(([id]) => feed.ids.has(id)));
		for (const feed of concerned) this.#strays.lookAgain(feed);
		const arrived = known.some(([id]) => this.#arrivals.has(id));
		if (concerned.length > 0 || arrived) this.#tell(undefined);
	}

	/** The end of the wide feed makes all counts exact, so that all branches are its own. */
	#feedChanged(feed: Feed): void {
		// They may stand in any branch by now.
		if (this.#arrivals.forgetOutlived()) this.#strays.lookAgain(feed);
		const own = this.#grouping.nodes.filter(({ partitions }) => partitions.includes(feed.partition.key));
		const keys = new Set(own.map(({ key }) => key));
		const isElsewhere = (id: string) => {
			const row = this.session.store.get(id);
			const branch = row && this.#grouping.branchesOf(row, feed.partition);
			return typeof branch === 'string' && !keys.has(branch);
		};
		const isEverywhere = this.#strays.among(feed, isElsewhere) || this.#grouping.feed !== undefined;
		this.#tell(this.#lensesChanged(keys) || isEverywhere ? undefined : keys, true);
	}

	/** Whether a lens came or went, which only the whole tree can show; one that stays may have others. */
	#lensesChanged(keys: Set<string>): boolean {
		const before = this.picking.lensesIn(this.#arrangement);
		this.#arrangement = undefined;
		if (!this.picking.arranging.lenses) return false;
		const after = this.picking.lensesIn(this.arrangement);
		for (const key of after) keys.add(key);
		return before.join() !== after.join();
	}

	#tell(change: ExplorationChange, isArranged = false): void {
		if (!isArranged) this.#arrangement = undefined;
		if (!this.signal.aborted) this.#changes.fire(change);
	}
}
