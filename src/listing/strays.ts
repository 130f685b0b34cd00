import type { Feed } from './feed.ts';

/** Whether there were strays among the first so many. */
interface Looked {
	readonly among: number;
	readonly strays: boolean;
}

/** Knows of which feeds a row stands in a branch that isn't theirs, so that more than theirs has to be drawn anew. */
export class Strays {
	/** Those of which a row stands, or stood when they were told of last, in a branch that isn't theirs. */
	readonly #straying = new WeakSet<Feed>();
	/** Of the ids of a list, which only become more, what was found when strays were looked for. */
	readonly #looked = new WeakMap<ReadonlySet<string>, Looked>();

	/** What a feed has may stand elsewhere now. */
	lookAgain(feed: Feed): void {
		this.#straying.add(feed);
		this.#looked.delete(feed.ids);
	}

	/** Whether a feed has strays, or had some when it was asked for last. */
	among(feed: Feed, isElsewhere: (id: string) => boolean): boolean {
		const strayed = this.#straying.has(feed);
		const strays = this.#look(feed, isElsewhere);
		if (strays) this.#straying.add(feed);
		else this.#straying.delete(feed);
		return strayed || strays;
	}

	#look({ ids }: Feed, isElsewhere: (id: string) => boolean): boolean {
		const before = this.#looked.get(ids);
		const strays = before?.strays || [...ids].slice(before?.among).some(isElsewhere);
		this.#looked.set(ids, { among: ids.size, strays });
		return strays;
	}
}
