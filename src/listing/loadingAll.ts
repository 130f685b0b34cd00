import type { Feed } from './feed.ts';

/** How many chains of pages are followed at once; how many requests that makes, the scheduler knows. */
const mostChains = 4;

/** What loading all needs of the world. */
interface Wishes {
	/** Ends it when aborted; what came stays. */
	readonly stop: AbortSignal;
	/** Hears of every page that has come. */
	readonly progressed: (loading: LoadingAll) => void;
	/** How many referrals are in memory, in all. */
	readonly held: () => number;
	/** Up to how many may be, before `mayGoOn` is asked. */
	readonly ceiling: number;
	/** Whether more may be kept in memory than the ceiling; when so, it is asked again at twice as many. */
	readonly mayGoOn: (referrals: number) => Promise<boolean>;
}

/** Loads what is left of some feeds, a few chains of pages at once. It may be done again where it stopped. */
export class LoadingAll {
	/** Pages that have come since it began. */
	pages = 0;
	readonly #feeds: readonly Feed[];
	readonly #wishes: Wishes;
	readonly #stop = new AbortController();
	#ceiling: number;
	#asking: Promise<void> | undefined;

	constructor(feeds: readonly Feed[], wishes: Wishes) {
		this.#feeds = feeds;
		this.#wishes = wishes;
		this.#ceiling = wishes.ceiling;
		wishes.stop.addEventListener('abort', () => this.#stop.abort(), { signal: this.#stop.signal });
		if (wishes.stop.aborted) this.#stop.abort();
	}

	/** Referrals that the feeds have, those that were there before included. */
	get referrals(): number {
		return this.#feeds.reduce((all, { received }) => all + received, 0);
	}

	/** Whether every feed has come to its end. */
	get complete(): boolean {
		return this.#feeds.every(({ complete }) => complete);
	}

	/** Never rejects: a feed whose loading fails says so itself, and the others go on. */
	async run(): Promise<void> {
		const left = this.#feeds.values();
		await Promise.all(Array.from({ length: mostChains }, () => this.#follow(left)));
		// Lets go of whoever tells us to stop.
		this.#stop.abort();
	}

	/** Follows one chain to its end, then the next that nobody follows. */
	async #follow(left: Iterable<Feed>): Promise<void> {
		const wishes = {
			stop: this.#stop.signal,
			ready: () => this.#makeRoom(),
			arrived: () => {
				this.pages += 1;
				this.#wishes.progressed(this);
			},
		};
		for (const feed of left) await feed.loadAll(wishes);
	}

	async #makeRoom(): Promise<void> {
		if (this.#wishes.held() < this.#ceiling) return;
		this.#asking ??= this.#ask().finally(() => {
			this.#asking = undefined;
		});
		await this.#asking;
	}

	async #ask(): Promise<void> {
		const held = this.#wishes.held();
		if (await this.#wishes.mayGoOn(held)) this.#ceiling = Math.max(this.#ceiling, held) * 2;
		else this.#stop.abort();
	}
}
