import type { Alarm, Clock } from '../../referral/clock.ts';
import type { Digest } from './comparing.ts';
import { memoryText, readMemory } from './kept.ts';
import type { Seen } from './seen.ts';

/** Where what one account has seen is kept, for all windows. */
export interface Shelf {
	readonly digest: Digest;
	/** What is there; empty when nothing is. Rejects when that can't be told. */
	read(): Promise<string>;
	/** Puts something in place of what is there, as a whole or not at all. */
	write(text: string): Promise<void>;
}

/** What comes in a moment is written at once; in milliseconds. */
const calm = 2_000;
/** So many are hashed at a time, which takes a hundredth of a second. */
const mostAtOnce = 500;
/** After so many failures in a row nothing is written any more. */
const mostFailures = 5;

/**
 * Keeps what was seen, some time after. Two windows may write in the same moment, and one of them then loses what it wrote:
 * so each looks once more whether what it has seen is there, and writes it again if it isn't.
 */
export class Keeping {
	readonly #seen: Seen;
	readonly #shelf: Shelf;
	readonly #clock: Clock;
	readonly #told: (ids: ReadonlySet<string>) => void;
	#alarm: Alarm | undefined;
	#writing: Promise<void> = Promise.resolve();
	#failures = 0;
	#ended = false;
	#stopped = false;

	/** @param told hears of which the mark is another one, since another window has seen them */
	constructor(seen: Seen, shelf: Shelf, clock: Clock, told: (ids: ReadonlySet<string>) => void) {
		this.#seen = seen;
		this.#shelf = shelf;
		this.#clock = clock;
		this.#told = told;
	}

	/** Something is to be written, unless nothing is. */
	soon(): void {
		if (this.#ended || this.#alarm || !this.#seen.isUnwritten || this.#failures >= mostFailures) return;
		this.#alarm = this.#clock.at(this.#clock.now() + calm, () => {
			this.#alarm = undefined;
			void this.look().then(() => this.soon());
		});
	}

	/** Looks at what other windows have written, and writes what they don't know; never rejects. */
	look(): Promise<void> {
		this.#writing = this.#writing.then(() => this.#exchange());
		return this.#writing;
	}

	/** Writes nothing any more. */
	stop(): void {
		this.#ended = true;
		this.#stopped = true;
		this.#alarm?.dispose();
	}

	/** The last time: writes all there is to write. Never rejects. */
	end(): Promise<void> {
		this.#ended = true;
		this.#alarm?.dispose();
		return this.look();
	}

	async #exchange(): Promise<void> {
		try {
			// There is little time where a window closes.
			while (!this.#ended && this.#seen.prepare(mostAtOnce)) await this.#breathe();
			const there = readMemory(await this.#shelf.read());
			const { memory, told } = this.#seen.merge(there);
			if (told.size > 0 && !this.#ended) this.#told(told);
			if (memory && !this.#stopped) await this.#shelf.write(memoryText(memory, this.#seen.today));
			this.#failures = 0;
		} catch {
			this.#failures += 1;
		}
	}

	#breathe(): Promise<void> {
		return new Promise((resolve) => this.#clock.at(this.#clock.now(), resolve));
	}
}
