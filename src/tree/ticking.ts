import type { Alarm, Clock } from '../referral/clock.ts';

/** Knows which rows have words that time changes, and says of which ones it has: of those alone, never of the whole tree. */
export class Ticking {
	readonly #clock: Clock;
	readonly #changed: (elements: readonly string[]) => void;
	/** When the words of a row are others, in milliseconds since 1970. */
	readonly #next = new Map<string, number>();
	#alarm: (Alarm & { readonly instant: number }) | undefined;

	constructor(clock: Clock, changed: (elements: readonly string[]) => void) {
		this.#clock = clock;
		this.#changed = changed;
	}

	/** A row was drawn. @param next when its words are others; undefined for never */
	drawn(element: string, next: number | undefined): void {
		if (next === undefined) {
			this.#next.delete(element);
			return;
		}
		this.#next.set(element, next);
		this.#wakeAt(next);
	}

	/** There are no rows any more. */
	clear(): void {
		this.#alarm?.dispose();
		this.#alarm = undefined;
		this.#next.clear();
	}

	#wakeAt(instant: number): void {
		if (this.#alarm && this.#alarm.instant <= instant) return;
		this.#alarm?.dispose();
		const { dispose } = this.#clock.at(instant, () => this.#wake());
		this.#alarm = { instant, dispose };
	}

	#wake(): void {
		this.#alarm = undefined;
		const now = this.#clock.now();
		const due = [...this.#next].filter(([, next]) => next <= now).map(([element]) => element);
		for (const element of due) this.#next.delete(element);
		let first = Number.POSITIVE_INFINITY;
		for (const next of this.#next.values()) first = Math.min(first, next);
		if (Number.isFinite(first)) this.#wakeAt(first);
		this.#changed(due);
	}
}
