import type { Memento } from 'vscode';

/** A memory in which what is written is there at once, as JSON can have it. */
export class PlainMemory implements Memento {
	readonly #values = new Map<string, string>();

	keys(): readonly string[] {
		return [...this.#values.keys()];
	}

	get(name: string): never {
		const text = this.#values.get(name);
		// The interface promises whatever type one asks for.
		return (text === undefined ? undefined : JSON.parse(text)) as never;
	}

	async update(name: string, value: unknown): Promise<void> {
		if (value === undefined) this.#values.delete(name);
		else this.#values.set(name, JSON.stringify(value));
	}
}
