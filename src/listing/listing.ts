import { asPartnerError, type PartnerError } from '../partner/error.ts';
import type { ListOptions } from '../partner/listUrl.ts';
import type { Unreadable } from '../partner/referral.ts';
import type { ReferralsClient } from '../partner/referralsClient.ts';
import type { Group } from '../referral/group.ts';
import { Chain } from './chain.ts';
import type { Condition } from './conditionOn.ts';
import type { ListedReferral } from './listedReferral.ts';

/** Runs a fetch once it may. */
export type Turn = (fetch: () => Promise<void>) => Promise<void>;

export type ListingState = 'idle' | 'loading' | 'ready' | 'failed';

/**
 * The referrals of one group under one query: the pages so far, the way to the next one, and one state.
 * What was loaded stays when something fails later.
 */
export class Listing {
	readonly group: Group;
	/** What the service is asked for, as OData. */
	readonly filter: string | undefined;
	readonly #newChain: () => Chain;
	readonly #changed: (group: Group) => void;
	readonly #shows: Condition | undefined;
	/** Those of the loaded rows that are shown, once they were asked for. */
	#rows: readonly ListedReferral[] | undefined;
	#chain: Chain;
	#state: ListingState = 'idle';
	#failure: PartnerError | undefined;
	#task: { readonly done: Promise<void>; readonly controller: AbortController } | undefined;
	#disposed = false;
	#again: () => Promise<void> = () => this.loadMore();

	/** @param shows whether a referral is one of the rows; must say the same whenever it is asked */
	constructor(
		client: ReferralsClient,
		group: Group,
		options: ListOptions,
		changed: (group: Group) => void,
		shows?: Condition,
	) {
		this.group = group;
		this.filter = options.filter;
		this.#newChain = () => new Chain(client, options, group.holds);
		this.#changed = changed;
		this.#shows = shows;
		this.#chain = this.#newChain();
	}

	get state(): ListingState {
		return this.#state;
	}

	/** Why the last attempt failed, while the state is `failed`. */
	get failure(): PartnerError | undefined {
		return this.#failure;
	}

	/** The referrals of the group that meet the conditions on loaded rows, too. */
	get rows(): readonly ListedReferral[] {
		if (!this.#shows) return this.#chain.rows;
		this.#rows ??= this.#chain.rows.filter(this.#shows);
		return this.#rows;
	}

	/** All referrals of the group that have come, those included that conditions on loaded rows leave out. */
	get loaded(): readonly ListedReferral[] {
		return this.#chain.rows;
	}

	/** Elements that came but can't be read as referrals. */
	get unreadable(): readonly Unreadable[] {
		return this.#chain.unreadable;
	}

	/** How many elements were received, those that belong to another group included. */
	get received(): number {
		return this.#chain.received;
	}

	/** Whether every referral of the group has come, so that a count of the rows is the truth. */
	get complete(): boolean {
		return this.#chain.complete;
	}

	/** Fetches the first page, or the next one; while a fetch goes on, waits for that one instead. */
	loadMore(): Promise<void> {
		if (this.complete || this.#chain.broken) return Promise.resolve();
		return this.#task?.done ?? this.#run((signal) => this.#chain.advance(signal), this.loadMore);
	}

	/**
	 * Fetches page after page until there are no more; what came stays when something fails, and when told to stop.
	 * Where the way on was refused it starts over, since it would be refused again.
	 * @param turn runs each fetch once it may; rejects when told to stop
	 */
	async loadAll(turn: Turn, stop: AbortSignal): Promise<void> {
		await this.#task?.done;
		if (this.#chain.broken) await this.retry();
		if (this.complete || this.#chain.broken || stop.aborted) return;
		await this.#run((signal) => this.#advanceToEnd(signal, turn, stop), this.loadMore);
	}

	/** Fetches as many pages as were loaded before, and only then replaces the rows. */
	refresh(): Promise<void> {
		if (this.#state === 'idle') return Promise.resolve();
		this.#task?.controller.abort();
		return this.#run((signal) => this.#reload(signal), this.refresh);
	}

	/** Does again what failed; a way on that was refused starts over, since it would be refused again. */
	retry(): Promise<void> {
		return this.#state === 'failed' ? this.#again() : Promise.resolve();
	}

	/** A referral of the group that has come, whether conditions on loaded rows leave it out or not. */
	find(id: string): ListedReferral | undefined {
		return this.#chain.find(id);
	}

	/** Takes a referral out, if it is here. */
	drop(id: string): void {
		if (!this.#chain.drop(id)) return;
		this.#rows = undefined;
		this.#changed(this.group);
	}

	/** Stops what is going on; the listing never changes again. */
	dispose(): void {
		this.#disposed = true;
		this.#task?.controller.abort();
	}

	async #advanceToEnd(signal: AbortSignal, turn: Turn, stop: AbortSignal): Promise<void> {
		const either = AbortSignal.any([signal, stop]);
		const chain = this.#chain;
		try {
			while (!chain.complete && !chain.broken) {
				await turn(() => chain.advance(either));
				// At doublings only, so that drawing what has come costs no more than in proportion to what has come.
				if (Number.isInteger(Math.log2(chain.pages)) && !chain.complete) this.#enter('loading');
			}
		} catch (error) {
			if (!stop.aborted || signal.aborted) throw error;
		}
	}

	async #reload(signal: AbortSignal): Promise<void> {
		const chain = this.#newChain();
		const depth = Math.max(1, this.#chain.pages);
		while (chain.pages < depth && !chain.complete && !chain.broken) await chain.advance(signal);
		// Where the way on is refused earlier than before, nothing is known of the rows beyond: they stay.
		const short = chain.pages < depth || chain.received < this.#chain.received;
		if (chain.broken && short) throw chain.broken;
		this.#chain = chain;
	}

	#run(work: (signal: AbortSignal) => Promise<void>, again: () => Promise<void>): Promise<void> {
		if (this.#disposed) return Promise.resolve();
		const controller = new AbortController();
		const done = this.#settle(work(controller.signal), controller.signal, again);
		this.#task = { done, controller };
		this.#enter('loading');
		return done;
	}

	async #settle(work: Promise<void>, signal: AbortSignal, again: () => Promise<void>): Promise<void> {
		const failure = await work.then(() => this.#chain.broken, asPartnerError);
		if (signal.aborted) return;
		this.#task = undefined;
		const startsOver = this.#chain.broken !== undefined || failure?.kind === 'pageRejected';
		this.#again = (startsOver ? this.refresh : again).bind(this);
		this.#enter(failure ? 'failed' : 'ready', failure);
	}

	#enter(state: ListingState, failure?: PartnerError): void {
		this.#rows = undefined;
		this.#state = state;
		this.#failure = failure;
		this.#changed(this.group);
	}
}
