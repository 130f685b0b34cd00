/** Numbers that look random and are the same for the same seed, on every machine. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A fraction in [0, 1). The generator is "mulberry32", which is in the public domain. */
	fraction(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.fraction() * (most - least + 1));
	}

	/** Whether something happens that happens in `percent` of all cases. */
	percent(percent: number): boolean {
		return this.fraction() * 100 < percent;
	}

	/** One of the choices. */
	pick<T>(choices: readonly [T, ...T[]]): T {
		const choice = choices[this.whole(0, choices.length - 1)];
		return choice === undefined ? choices[0] : choice;
	}

	/** Between `least` and `most` different choices, in the order given. */
	some<T>(choices: readonly T[], least: number, most: number): readonly T[] {
		const wanted = new Set<number>();
		const size = Math.min(this.whole(least, most), choices.length);
		while (wanted.size < size) {
			wanted.add(this.whole(0, choices.length - 1));
		}
		return choices.filter((_, index) => wanted.has(index));
	}

	/** The same items in another order. */
	shuffle<T>(items: readonly T[]): readonly T[] {
		return items
			.map((item) => ({ item, key: this.fraction() }))
			.sort((one, other) => one.key - other.key)
			.map(({ item }) => item);
	}

	/** A version 4 GUID. */
	guid(): string {
		const digit = (bits: number) => bits.toString(16);
		return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/g, (place) =>
			digit(place === 'x' ? this.whole(0, 15) : this.whole(8, 11)),
		);
	}
}
