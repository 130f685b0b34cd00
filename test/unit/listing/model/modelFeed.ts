import assert from 'node:assert/strict';
import type { Depth, Feed } from '../../../../src/listing/feed.ts';
import type { Rows } from './smallTenant.ts';

/** What a page says of what is behind it. */
export interface WayOn {
	readonly next?: string | undefined;
	/** Why it is refused. */
	readonly broken?: 'linkRefused' | 'chainBroken' | undefined;
}

/** The pages of a list that have come. */
class ModelChain {
	ids: readonly string[] = [];
	pages = 0;
	received = 0;
	/** The address of what comes next; undefined before the first page and behind the last. */
	next: string | undefined;
	/** Why its way on can't be followed. */
	broken: string | undefined;

	get complete(): boolean {
		return this.pages > 0 && this.next === undefined && this.broken === undefined;
	}

	add({ rows, junk }: Rows, { next, broken }: WayOn): void {
		this.ids = [...new Set([...this.ids, ...rows.map(({ id }) => id)])];
		this.pages += 1;
		this.received += rows.length + junk;
		this.broken = broken;
		this.next = broken === undefined ? next : undefined;
	}
}

/** A refresh that was begun. */
interface ModelRefresh {
	readonly depth: Depth;
	/** What has come of it; undefined while it waits for its turn. */
	chain?: ModelChain;
	goal: number;
}

/**
 * What a feed has to be like, plainly, after each answer. It also says which pages may be asked for: the one behind those
 * that are there; and again what was there only for a cause:
 * - a refresh asks from the first page on, once (what was refused, or a chain that broke, starts over by a refresh);
 * - what failed is asked for by a wish that came after it had failed, or after something else came;
 * - what was sent away or cancelled was never had.
 */
export class ModelFeed {
	chain = new ModelChain();
	refresh: ModelRefresh | undefined;
	/** Why the last answer was none, until somebody wishes again. */
	failure: string | undefined;
	/** The address that failed last, until somebody wishes again. */
	#failed: string | undefined;
	#asking: { readonly url: string; readonly signal: AbortSignal } | undefined;

	/** Somebody wants something of it, or something came: what had failed is past. */
	wish(): void {
		this.failure = undefined;
		this.#failed = undefined;
	}

	beginRefresh(depth: Depth): void {
		this.wish();
		this.refresh = { depth, goal: 0 };
	}

	endRefresh(): void {
		this.refresh = undefined;
	}

	/** A request has come. @param first whether it is for the first page */
	ask(url: string, signal: AbortSignal, first: boolean): void {
		assert.ok(!this.#asking || this.#asking.signal.aborted, 'two load at once');
		this.#asking = { url, signal };
		const { refresh, chain } = this;
		if (!first || !refresh || refresh.chain) assert.notEqual(url, this.#failed, 'tried again without a wish');
		if (first && chain.pages === 0) return;
		if (first) this.#beginReading(refresh);
		else assert.equal(url, (refresh?.chain ?? chain).next, 'a page that is not the next one');
		const reading = refresh?.chain;
		// Whoever is told to stop or sent away in the middle of reading again has come to an end.
		const stopped = () => {
			if (reading && this.refresh?.chain === reading) this.refresh = undefined;
		};
		signal.addEventListener('abort', stopped, { once: true });
	}

	/** A page has come for the last request. */
	arrive(page: Rows, wayOn: WayOn): void {
		const { refresh } = this;
		this.#asking = undefined;
		this.wish();
		if (refresh?.chain) this.#arriveAgain(refresh, refresh.chain, page, wayOn);
		else this.chain.add(page, wayOn);
	}

	/** The last request has failed. */
	fail(kind: string): void {
		this.failure = kind;
		this.#failed = this.#asking?.url;
		this.#asking = undefined;
		if (this.refresh?.chain) this.refresh = undefined;
	}

	/** What the store must not forget. */
	get held(): readonly string[] {
		return [...this.chain.ids, ...(this.refresh?.chain?.ids ?? [])];
	}

	check(feed: Feed): void {
		const { ids, pages, received, complete, broken } = this.chain;
		assert.deepEqual([...feed.ids], ids);
		assert.deepEqual([feed.pages, feed.received, feed.complete], [pages, received, complete]);
		if (feed.state === 'loading') return;
		if (broken || this.failure) assert.equal(feed.state, 'failed');
		if (this.failure) assert.equal(feed.failure?.kind, this.failure);
	}

	#beginReading(refresh: ModelRefresh | undefined): void {
		assert.ok(refresh && !refresh.chain, 'the first page again without a refresh');
		refresh.chain = new ModelChain();
		refresh.goal = refresh.depth === 'first' ? 1 : this.chain.pages;
	}

	#arriveAgain({ depth, goal }: ModelRefresh, fresh: ModelChain, page: Rows, wayOn: WayOn): void {
		fresh.add(page, wayOn);
		if (fresh.pages < goal && !fresh.complete && !fresh.broken) return;
		this.refresh = undefined;
		const { chain } = this;
		const short = fresh.pages < goal || fresh.received < chain.received;
		if (fresh.broken && short && depth === 'shown') this.failure = fresh.broken;
		else if (depth === 'first' && chain.pages > 1 && !fresh.complete)
			chain.ids = [...new Set([...fresh.ids, ...chain.ids])];
		else this.chain = fresh;
	}
}
