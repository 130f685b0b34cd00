import type { Ask, LineStore } from './lineStore.ts';
import type { Span } from './span.ts';

/** How long after a question the next one waits, in milliseconds, and for how long an answer is waited for. */
const [pace, patience] = [40, 2_000];

/** Asks the editor for the lines that are needed, not at every step of somebody who scrolls. */
export class Asking {
	readonly #store: LineStore;
	readonly #ask: (ask: Ask) => void;
	readonly #wanted: () => Span;
	#pause: ReturnType<typeof setTimeout> | undefined;
	#waiting: ReturnType<typeof setTimeout> | undefined;

	/** @param wanted the lines that have to be known */
	constructor(store: LineStore, ask: (ask: Ask) => void, wanted: () => Span) {
		this.#store = store;
		this.#ask = ask;
		this.#wanted = wanted;
	}

	/** Other lines may be needed, or an answer has come. */
	look(): void {
		if (this.#pause) return;
		const ask = this.#store.ask(this.#wanted());
		if (!ask) return;
		this.#ask(ask);
		this.#pause = setTimeout(() => {
			this.#pause = undefined;
			this.look();
		}, pace);
		clearTimeout(this.#waiting);
		this.#waiting = setTimeout(() => {
			this.#store.giveUp();
			this.look();
		}, patience);
	}
}
