import { asPartnerError, type PartnerError } from '../partner/error.ts';
import type { ListOptions } from '../partner/listUrl.ts';
import type { Unreadable } from '../partner/referral.ts';
import type { Asking } from '../partner/referralsClient.ts';
import type { Partition } from './arranging/partition.ts';
import { Chain } from './chain.ts';
import { Door, wasSentAway } from './door.ts';
import type { Lists } from './lists.ts';
import type { Holder } from './store.ts';

export type FeedState = 'idle' | 'loading' | 'ready' | 'failed';

/** How much is read again: every page that has come, or only the first one, before which new referrals stand. */
export type Depth = 'shown' | 'first';

/** What loading all needs of the world. */
export interface LoadAllWishes {
	/** Ends it when aborted; what came stays. */
	readonly stop: AbortSignal;
	/** Resolves once a page more may be fetched; asked before each, while others may fetch. */
	ready(): Promise<void>;
	/** A page has come. */
	arrived(): void;
}

/**
 * The pages of one partition under one query, as ids, and one state. Whoever loads goes through one door and looks again
 * once inside, so that no page is fetched twice. What came stays when something fails later.
 */
export class Feed implements Holder {
	readonly partition: Partition;
	readonly #lists: Lists;
	readonly #options: () => ListOptions;
	readonly #changed: (feed: Feed) => void;
	readonly #door: Door;
	#chain: Chain;
	#incoming: Chain | undefined;
	#loaders = 0;
	#latest: Promise<void> = Promise.resolve();
	#refreshing: Promise<void> | undefined;
	#failure: PartnerError | undefined;
	#asOf: number | undefined;
	#again: () => Promise<void> = () => this.loadMore();

	/** @param options what the service is asked for, made when it is asked: relative dates count from then */
	constructor(lists: Lists, partition: Partition, options: () => ListOptions, changed: (feed: Feed) => void) {
		this.partition = partition;
		this.#lists = lists;
		this.#options = options;
		this.#changed = changed;
		this.#door = new Door(lists.signal);
		this.#chain = new Chain(lists, options());
		if (lists.signal.aborted) return;
		const hold = lists.store.hold(this);
		lists.signal.addEventListener('abort', () => hold.dispose(), { once: true });
	}

	get state(): FeedState {
		if (this.#loaders > 0) return 'loading';
		if (this.#failure) return 'failed';
		return this.#chain.pages > 0 ? 'ready' : 'idle';
	}

	/** Why the last attempt failed, until the next one begins. */
	get failure(): PartnerError | undefined {
		return this.#failure;
	}

	/** Of the referrals that came, in the order of the service. */
	get ids(): ReadonlySet<string> {
		return this.#chain.ids;
	}

	/** The same, with what is about to take their place. */
	*held(): Iterable<string> {
		yield* this.ids;
		if (this.#incoming) yield* this.#incoming.ids;
	}

	/** Elements that came but can't be read as referrals. */
	get unreadable(): readonly Unreadable[] {
		return this.#chain.unreadable;
	}

	/** How many elements came. */
	get received(): number {
		return this.#chain.received;
	}

	get pages(): number {
		return this.#chain.pages;
	}

	/** Another object once all that had come was read anew, so that nothing of it is from before. */
	get reading(): object {
		return this.#chain.reading;
	}

	/** Whether every referral of the partition has come, so that a count is the truth. */
	get complete(): boolean {
		return this.#chain.complete;
	}

	/** When the service was heard last, in milliseconds since 1970. */
	get asOf(): number | undefined {
		return this.#asOf;
	}

	/** What the service is asked for now, as OData. */
	get filter(): string | undefined {
		return this.#options().filter;
	}

	/** Fetches the first page, or the next one; while somebody loads, waits for that instead. */
	loadMore(asking?: Asking): Promise<void> {
		if (this.#loaders > 0) return this.#latest;
		if (this.#atEnd) return Promise.resolve();
		return this.#load(() => this.#pass((signal) => this.#advance(signal, asking)));
	}

	/**
	 * Fetches page after page until there are no more, behind what people wait for; what came stays when something fails, and when told to stop.
	 * Where the way on was refused it starts over, since it would be refused again.
	 */
	async loadAll(wishes: LoadAllWishes): Promise<void> {
		if (this.#chain.broken) await this.refresh('shown', wishes.stop);
		if (this.#atEnd || wishes.stop.aborted) return;
		await this.#load(async () => {
			while (!this.#atEnd && !this.#failure && !wishes.stop.aborted) await this.#loadOneOf(wishes);
		});
	}

	/**
	 * Fetches again what had come, and only then goes by the new order; states that arrive meanwhile count at once.
	 * Whoever loads is sent away, and whoever loads all goes on afterwards; a refresh that goes on is not begun twice.
	 */
	refresh(depth: Depth = 'shown', stop?: AbortSignal): Promise<void> {
		if (this.state === 'idle' || stop?.aborted) return Promise.resolve();
		this.#refreshing ??= this.#refresh(depth, stop).finally(() => {
			this.#refreshing = undefined;
		});
		return this.#refreshing;
	}

	/** Does again what failed; a way on that was refused starts over, since it would be refused again. */
	retry(): Promise<void> {
		if (this.state !== 'failed') return this.#latest;
		const startsOver = this.#chain.broken !== undefined || this.#failure?.kind === 'pageRejected';
		return startsOver ? this.refresh() : this.#again();
	}

	get #atEnd(): boolean {
		return this.complete || this.#chain.broken !== undefined;
	}

	async #loadOneOf({ stop, ready, arrived }: LoadAllWishes): Promise<void> {
		try {
			await ready();
			await this.#pass(async (signal) => {
				if (this.#atEnd || this.#failure || stop.aborted) return;
				await this.#advance(signal, { background: true });
				if (this.#lists.signal.aborted) return;
				arrived();
				// At doublings only, so that drawing what has come costs no more than in proportion to what has come.
				if (Number.isInteger(Math.log2(this.pages))) this.#changed(this);
			}, stop);
		} catch (error) {
			if (!wasSentAway(error) && !stop.aborted) throw error;
		}
	}

	/** What has failed is known before the next one comes in, who then doesn't try the same at once. */
	#pass(work: (signal: AbortSignal) => Promise<void>, stop?: AbortSignal): Promise<void> {
		return this.#door.pass(async (signal) => {
			try {
				await work(signal);
			} catch (error) {
				if (!signal.aborted) this.#failure = asPartnerError(error);
				throw error;
			}
		}, stop);
	}

	async #advance(signal: AbortSignal, asking?: Asking): Promise<void> {
		if (this.#atEnd) return;
		// Not what was asked for when the feed was made, since a person may come days later.
		if (this.pages === 0) this.#chain = new Chain(this.#lists, this.#options());
		await this.#chain.advance(signal, asking);
		this.#heard();
	}

	async #refresh(depth: Depth, stop: AbortSignal | undefined): Promise<void> {
		this.#door.sendAway();
		const work = async () => {
			try {
				await this.#pass((signal) => this.#reload(depth, signal), stop);
			} catch (error) {
				if (!stop?.aborted) throw error;
			} finally {
				this.#incoming = undefined;
			}
		};
		await this.#load(work, () => this.refresh(depth));
	}

	async #reload(depth: Depth, signal: AbortSignal): Promise<void> {
		const before = this.#chain;
		const chain = new Chain(this.#lists, this.#options());
		this.#incoming = chain;
		const pages = depth === 'first' ? 1 : Math.max(1, before.pages);
		while (chain.pages < pages && !chain.complete && !chain.broken) await chain.advance(signal);
		// Where the way on is refused earlier than before, nothing is known of the rows beyond: they stay.
		const short = chain.pages < pages || chain.received < before.received;
		if (chain.broken && short && depth === 'shown') throw chain.broken;
		// A list that now ends with its first page has nothing behind it any more.
		if (depth === 'first' && before.pages > 1 && !chain.complete) chain.goOnLike(before);
		this.#chain = chain;
		this.#heard();
	}

	#heard(): void {
		this.#asOf = this.#lists.now();
		this.#failure = this.#chain.broken;
	}

	/** @param again what to do when that failed, and the user wants it done again */
	#load(work: () => Promise<void>, again = () => this.loadMore()): Promise<void> {
		if (this.#lists.signal.aborted) return Promise.resolve();
		this.#loaders += 1;
		this.#failure = undefined;
		this.#latest = this.#settle(work(), again);
		this.#changed(this);
		return this.#latest;
	}

	async #settle(work: Promise<void>, again: () => Promise<void>): Promise<void> {
		try {
			await work;
		} catch (error) {
			if (!wasSentAway(error) && !this.#lists.signal.aborted) this.#failure = asPartnerError(error);
			this.#again = again;
		}
		if (this.#lists.signal.aborted) return;
		this.#loaders -= 1;
		// Whoever had nothing to do takes nothing away.
		this.#failure ??= this.#chain.broken;
		this.#changed(this);
	}
}
