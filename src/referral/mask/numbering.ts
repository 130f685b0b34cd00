import { folded } from '../../text/folded.ts';

/** Numbers things of one kind in the order in which they are first asked for, and calls them by their numbers. */
export class Numbering {
	readonly #called: (number: number) => string;
	readonly #numbers = new Map<string, number>();
	readonly #given = new Set<string>();

	/** @param called what the thing of a number is called */
	constructor(called: (number: number) => string) {
		this.#called = called;
	}

	/** The same number for texts by which people find the same. @param key folded */
	numberOf(key: string): number {
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		const number = this.#numbers.size + 1;
		this.#numbers.set(key, number);
		return number;
	}

	/** What a thing is called. @param key folded */
	called(key: string): string {
		return this.#called(this.numberOf(key));
	}

	/** What a thing is called instead of its text; what was given out by this is called the same again. */
	nameOf(text: string): string {
		if (this.#given.has(text)) return text;
		const name = this.called(folded(text));
		this.#given.add(name);
		return name;
	}
}
