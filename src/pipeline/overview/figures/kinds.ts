import { keyOf } from './keyOf.ts';

/** Values of a column that were found in rows, by what tells them apart: each as it was sent first. */
export class Kinds<Kind> {
	readonly #kinds = new Map<string, Kind>();

	/** The key of a value. @param make what is known of it, asked for the first time only */
	keyFor(value: string, make: () => Kind): string {
		const key = keyOf(value);
		if (!this.#kinds.has(key)) this.#kinds.set(key, make());
		return key;
	}

	get(key: string): Kind | undefined {
		return this.#kinds.get(key);
	}
}
