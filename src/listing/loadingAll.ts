import type { Listing } from './listing.ts';

/** How many chains of pages are followed at once, until the service asks for a pause. */
const mostChains = 4;

/** What loading all needs of the world. */
interface Wishes {
	/** Ends it when aborted; what came stays. */
	readonly stop: AbortSignal;
	/** Hears of every page that has come. */
	readonly progressed: (loading: LoadingAll) => void;
	/** How many referrals are in memory besides those of the listings. */
	readonly elsewhere: number;
	/** Up to how many may be in memory, in all, before `mayGoOn` is asked. */
	readonly ceiling: number;
	/** Whether more may be kept in memory than the ceiling; when so, it is asked again at twice as many. */
	readonly mayGoOn: (referrals: number) => Promise<boolean>;
}

/** Loads what is left of some listings, a few chains of pages at once. It may be done again where it stopped. */
export class LoadingAll {
	/** Pages that have come since it began. */
	pages = 0;
	readonly #listings: readonly Listing[];
	readonly #wishes: Wishes;
	readonly #stop = new AbortController();
	readonly #waiting: (() => void)[] = [];
	#ceiling: number;
	/** How many more fetches may begin; negative while more go on than may. */
	#free = mostChains;
	#slow = false;
	#asking: Promise<void> | undefined;

	constructor(listings: readonly Listing[], wishes: Wishes) {
		this.#listings = listings;
		this.#wishes = wishes;
		this.#ceiling = wishes.ceiling;
		wishes.stop.addEventListener('abort', () => this.#end(), { signal: this.#stop.signal });
		if (wishes.stop.aborted) this.#end();
	}

	/** Referrals that the listings hold, those that were there before included. */
	get referrals(): number {
		return this.#listings.reduce((all, { received }) => all + received, 0);
	}

	/** Whether every listing has come to its end. */
	get complete(): boolean {
		return this.#listings.every(({ complete }) => complete);
	}

	get #held(): number {
		return this.#wishes.elsewhere + this.referrals;
	}

	/** From now on, one fetch after the other: the service has asked for a pause. */
	slowDown(): void {
		if (!this.#slow) this.#free -= mostChains - 1;
		this.#slow = true;
	}

	/** Never rejects: a listing whose loading fails says so itself, and the others go on. */
	async run(): Promise<void> {
		const left = this.#listings.values();
		await Promise.all(Array.from({ length: mostChains }, () => this.#follow(left)));
		// Lets go of whoever tells us to stop.
		this.#end();
	}

	/** Follows one chain to its end, then the next that nobody follows. */
	async #follow(left: Iterable<Listing>): Promise<void> {
		const turn = (fetch: () => Promise<void>) => this.#turn(fetch);
		for (const listing of left) await listing.loadAll(turn, this.#stop.signal);
	}

	async #turn(fetch: () => Promise<void>): Promise<void> {
		await this.#enter();
		try {
			await this.#makeRoom();
			this.#stop.signal.throwIfAborted();
			await fetch();
			this.pages += 1;
			this.#wishes.progressed(this);
		} finally {
			this.#leave();
		}
	}

	async #enter(): Promise<void> {
		if (this.#free > 0) this.#free -= 1;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	#leave(): void {
		const next = this.#free < 0 ? undefined : this.#waiting.shift();
		if (next) next();
		else this.#free += 1;
	}

	async #makeRoom(): Promise<void> {
		if (this.#held < this.#ceiling) return;
		this.#asking ??= this.#ask();
		await this.#asking;
	}

	async #ask(): Promise<void> {
		if (await this.#wishes.mayGoOn(this.#held)) this.#ceiling = Math.max(this.#ceiling, this.#held) * 2;
		else this.#end();
		this.#asking = undefined;
	}

	#end(): void {
		this.#stop.abort();
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}
