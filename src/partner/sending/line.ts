import type { Turn } from './turn.ts';

/** Turns that wait: people before the background, and among those whoever came first. */
export class Line {
	readonly #people = new Set<Turn>();
	readonly #background = new Set<Turn>();

	get size(): number {
		return this.#people.size + this.#background.size;
	}

	/** Everybody, in order. */
	get turns(): readonly Turn[] {
		return [...this.#people, ...this.#background];
	}

	add(turn: Turn): void {
		(turn.background ? this.#background : this.#people).add(turn);
	}

	remove(turn: Turn): void {
		this.#people.delete(turn);
		this.#background.delete(turn);
	}

	/** Takes out who is first. */
	shift(): Turn | undefined {
		const [first] = this.#people.size > 0 ? this.#people : this.#background;
		if (first) this.remove(first);
		return first;
	}
}
