import type { FailureKind, PartnerError } from '../partner/error.ts';
import { SessionEnded } from '../partner/sessionEnded.ts';
import { odataFor } from '../query/odata/odata.ts';
import type { Query } from '../query/query.ts';
import { type Arrangement, arrange, type Branch, type Grouping } from './arrangement.ts';
import { byStatus } from './byStatus.ts';
import { conditionOn } from './conditionOn.ts';
import { Emitter, type Subscription } from './emitter.ts';
import { Feed } from './feed.ts';
import { fitsQuery } from './fitsQuery.ts';
import { type Lists, listsOf } from './lists.ts';
import { type Partition, partitionsOf, wide } from './partition.ts';
import { Refreshing } from './refreshing.ts';
import type { Session } from './session.ts';
import type { StoreChange } from './store.ts';

/** Where something changed, as the keys of branches; undefined means anywhere. */
export type ExplorationChange = ReadonlySet<string> | undefined;

/** Whether there were strays among the first so many. */
interface Looked {
	readonly among: number;
	readonly strays: boolean;
}

/** What one query finds in one session: a feed for each partition that was looked into, and what has come, arranged. */
export class Exploration {
	readonly session: Session;
	readonly query: Query;
	readonly grouping: Grouping;
	readonly partitions: readonly Partition[];
	/** Reading again what has come, one at a time. */
	readonly refreshing: Refreshing;
	readonly #feeds = new Map<string, Feed>();
	readonly #lists: Lists;
	readonly #now: () => number;
	readonly #end = new AbortController();
	readonly #changes = new Emitter<ExplorationChange>();
	/** Those of which a row stands, or stood when they were told of last, in a branch that isn't theirs. */
	readonly #straying = new WeakSet<Feed>();
	/** Of the ids of a list, which only become more, what was found when strays were looked for. */
	readonly #looked = new WeakMap<ReadonlySet<string>, Looked>();
	#arrangement: Arrangement | undefined;
	/** How many elements had come when it was made. */
	#arranged = 0;

	readonly onDidChange = this.#changes.event;

	/** @param now milliseconds since 1970, from which relative dates count whenever they are asked for */
	constructor(session: Session, query: Query, now: () => number) {
		this.session = session;
		this.query = query;
		this.#now = now;
		this.grouping = byStatus(query);
		this.partitions = partitionsOf(query);
		const signal = AbortSignal.any([session.signal, this.#end.signal]);
		this.#lists = listsOf(session, { under: query, signal, now });
		this.refreshing = new Refreshing(this);
		const changes = session.store.onDidChange((change) => this.#stateChanged(change));
		this.signal.addEventListener('abort', () => this.#forget(changes), { once: true });
	}

	/** Ends with the query, and with the session. */
	get signal(): AbortSignal {
		return this.#lists.signal;
	}

	/** What has come, in branches; also what its feed, which tells of doublings only, hasn't told of yet. */
	get arrangement(): Arrangement {
		const received = this.feeds.reduce((all, feed) => all + feed.received, 0);
		if (received !== this.#arranged) this.#arrangement = undefined;
		this.#arranged = received;
		this.#arrangement ??= arrange({
			grouping: this.grouping,
			feeds: this.partitions.flatMap(({ key }) => this.#feeds.get(key) ?? []),
			stateOf: (id) => this.session.store.get(id),
			fits: fitsQuery(this.query, this.#now(), this.session.dialect),
			shows: conditionOn(this.query, this.#now()),
			sort: this.query.sort,
		});
		return this.#arrangement;
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

	/** The feed that a branch is filled from; undefined for one that only holds other branches, or is none. */
	feedOf(branch: string): Feed | undefined {
		const node = this.grouping.nodes.find(({ key }) => key === branch);
		return node?.partitions[0] === undefined ? undefined : this.feed(node.partitions[0]);
	}

	/** The feeds of all that stands in a branch. */
	feedsIn(branch: string): readonly Feed[] {
		const own = this.feedOf(branch);
		if (own) return [own];
		const below = this.grouping.nodes.filter(({ parent }) => parent === branch);
		return below.flatMap(({ key }) => this.feedOf(key) ?? []);
	}

	/** The feed that is most likely looked into after another one. */
	feedAfter({ partition }: Feed): Feed | undefined {
		const index = this.partitions.indexOf(partition);
		const next = this.partitions[index + 1];
		return index < 0 || !next || next.key === wide ? undefined : this.feed(next.key);
	}

	/** The branch that a referral stands in, and its place there; undefined where it isn't shown. */
	placeOf(id: string): { readonly branch: Branch; readonly index: number } | undefined {
		const row = this.session.store.get(id);
		if (!row) return undefined;
		for (const branch of this.arrangement.values()) {
			const index = branch.rows.indexOf(row);
			if (index >= 0) return { branch, index };
		}
		return undefined;
	}

	/** Why feeds are not as they should be. */
	get failures(): readonly PartnerError[] {
		return this.feeds.flatMap(({ failure }) => failure ?? []);
	}

	/** Does again what failed for one of these reasons. */
	async retryFailed(kinds: readonly FailureKind[]): Promise<void> {
		for (const feed of this.feeds) if (feed.failure && kinds.includes(feed.failure.kind)) await feed.retry();
	}

	/** Words that depend on the time may be others now. */
	touch(): void {
		this.#tell(undefined);
	}

	/** Stops what is going on; nothing changes any more, and nothing is there any more. */
	end(): void {
		this.#end.abort(new SessionEnded());
	}

	/** Also for whoever has held on to it since before an `await`. */
	#forget(changes: Subscription): void {
		changes.dispose();
		this.#changes.dispose();
		this.#feeds.clear();
		this.#arrangement = undefined;
	}

	/** Of what has come before, a newer state may stand elsewhere; what comes for the first time, its feed tells of. */
	#stateChanged(change: StoreChange): void {
		const known = [...change].filter(([, wasKnown]) => wasKnown);
		if (known.length === 0) return;
		const concerned = this.feeds.filter((feed) => known.some(([id]) => feed.ids.has(id)));
		for (const feed of concerned) {
			this.#straying.add(feed);
			this.#looked.delete(feed.ids);
		}
		if (concerned.length > 0) this.#tell(undefined);
	}

	/** The end of the wide feed makes all counts exact, so that all branches are its own. */
	#feedChanged(feed: Feed): void {
		const { key } = feed.partition;
		const own = this.grouping.nodes.filter(({ partitions }) => partitions.includes(key));
		const keys = new Set(own.map((node) => node.key));
		const strayed = this.#straying.has(feed);
		const strays = this.#strays(feed, keys);
		if (strays) this.#straying.add(feed);
		else this.#straying.delete(feed);
		this.#tell(strayed || strays ? undefined : keys);
	}

	#strays({ ids, partition }: Feed, branches: ReadonlySet<string>): boolean {
		const before = this.#looked.get(ids);
		const isStray = (id: string) => {
			const row = this.session.store.get(id);
			const branch = row && this.grouping.branchOf(row, partition);
			return branch !== undefined && !branches.has(branch);
		};
		const strays = before?.strays || [...ids].slice(before?.among).some(isStray);
		this.#looked.set(ids, { among: ids.size, strays });
		return strays;
	}

	#tell(change: ExplorationChange): void {
		this.#arrangement = undefined;
		if (!this.signal.aborted) this.#changes.fire(change);
	}
}
