import type { Before, Comparing } from './comparing.ts';
import { areSame, joined, type Kept, type Memory, mostKept } from './kept.ts';

/** What is known of one referral in this window. */
export interface Entry {
	/** The salted hash of the id. */
	readonly key: string;
	seen: Before;
	isNew: boolean;
	/** The hashes of what was seen, once somebody has made them. */
	hashes?: string | undefined;
}

interface Waiting {
	readonly entry: Entry;
	/** How often it was written. */
	readonly tries: number;
}

/** How often what came is written where there is no room: of too many, some are never kept. */
const mostTries = 3;

/** What is to be written of what was seen, until it was found where it was written to. */
export class Outbox {
	readonly #comparing: Comparing;
	readonly #today: () => number;
	readonly #waiting = new Map<string, Waiting>();
	/** What was written once; another window may overwrite it. */
	readonly #written = new Map<string, { readonly entry: Entry; readonly kept: Kept }>();

	constructor(comparing: Comparing, today: () => number) {
		this.#comparing = comparing;
		this.#today = today;
	}

	get isEmpty(): boolean {
		return this.#waiting.size === 0;
	}

	add(id: string, entry: Entry): void {
		this.#waiting.set(id, { entry, tries: 0 });
	}

	/** Makes hashes, at most so many. @param there what is kept, as far as it is known @returns whether there are more to make */
	prepare(there: Memory, most: number): boolean {
		this.#makeRoom(there);
		let left = most;
		for (const [id, { entry }] of this.#waiting) {
			if (entry.hashes !== undefined) continue;
			if (left-- <= 0) return true;
			entry.hashes = this.#comparing.hashesOf(id, entry.seen);
		}
		return false;
	}

	/** What is kept, with all that waits. @returns undefined once all of it is there */
	merged(there: Memory): Memory['entries'] | undefined {
		this.#missing(there);
		this.#makeRoom(there);
		const entries = new Map(there.entries);
		let isMissing = false;
		for (const [id, { entry, tries }] of [...this.#waiting]) {
			const kept = this.#keptOf(id, entry);
			const before = there.entries.get(entry.key);
			const after = joined(before, kept);
			this.#waiting.delete(id);
			this.#written.set(id, { entry, kept });
			if (before && areSame(before, after)) continue;
			if (tries < mostTries || entries.size < mostKept) this.#waiting.set(id, { entry, tries: tries + 1 });
			entries.set(entry.key, after);
			isMissing = true;
		}
		return isMissing ? entries : undefined;
	}

	/** What was there may have been overwritten; where there is no room, it has made room for others. */
	#missing({ entries }: Memory): void {
		if (entries.size >= mostKept) return;
		for (const [id, { entry, kept }] of this.#written) {
			const before = entries.get(entry.key);
			if (!before || !areSame(before, joined(before, kept))) this.add(id, entry);
		}
	}

	/** Nothing is hashed for which there is no room: what came first today stays, and so does what is new. */
	#makeRoom({ entries }: Memory): void {
		if (entries.size + this.#waiting.size <= mostKept) return;
		const today = this.#today();
		let room = mostKept;
		for (const { day } of entries.values()) if (day >= today) room--;
		for (const [id, { entry }] of [...this.#waiting]) {
			if (entry.isNew || entries.has(entry.key)) continue;
			if (room <= 0) this.#waiting.delete(id);
			room--;
		}
	}

	#keptOf(id: string, entry: Entry): Kept {
		const { seen, isNew } = entry;
		entry.hashes ??= this.#comparing.hashesOf(id, seen);
		return { updated: seen.updated, isWhole: seen.isWhole, isNew, day: this.#today(), hashes: entry.hashes };
	}
}
