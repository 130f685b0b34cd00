/** How long after a look the next one comes, in milliseconds: twice as long each time while nothing changes. */
const [shortest, longest] = [5 * 60_000, 30 * 60_000];
/** By how much each wait is longer or shorter, so that many who began together don't go on together. */
const spread = 0.2;
/** How long whoever has come back is left alone, in milliseconds. */
const [soonest, latest] = [5000, 20_000];

/** Says when to look again. */
export class Pace {
	readonly #random: () => number;
	#interval = shortest;

	/** @param random from 0 up to 1 */
	constructor(random: () => number) {
		this.#random = random;
	}

	/** When to look after an instant, both in milliseconds since 1970. */
	after(instant: number): number {
		return instant + this.#interval * (1 - spread + 2 * spread * this.#random());
	}

	/** The same for whoever comes back to find that a look is due. */
	soonAfter(instant: number): number {
		return instant + soonest + (latest - soonest) * this.#random();
	}

	/** Something has changed, or somebody wants to see what has. */
	quicken(): void {
		this.#interval = shortest;
	}

	/** Nothing has changed, or it couldn't be seen. */
	slowDown(): void {
		this.#interval = Math.min(longest, this.#interval * 2);
	}

	/** The service asks to be left alone. */
	leaveAlone(): void {
		this.#interval = longest;
	}
}
