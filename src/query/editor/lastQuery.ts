import type { Memento } from 'vscode';
import type { QueryMemory } from '../activeQuery.ts';
import { everything, type Query } from '../query.ts';

const key = 'lastQuery';

/**
 * The query that a workspace was left with. What may name a person, a customer or a product isn't written to disk, and goes
 * from there where an earlier version has written it. How queries are written is loaded when one is there to read or write.
 */
export class LastQuery implements QueryMemory {
	readonly #memory: Memento;

	constructor(memory: Memento) {
		this.#memory = memory;
	}

	async read(): Promise<Query> {
		const left = this.#memory.get(key);
		if (left === undefined) return everything;
		const { readRemembered, rememberedForm } = await import('../remembered.ts');
		const form = rememberedForm(readRemembered(left));
		if (JSON.stringify(form) !== JSON.stringify(left)) await this.#memory.update(key, form);
		return readRemembered(form);
	}

	write(query: Query): void {
		this.#write(query).catch(() => {});
	}

	async #write(query: Query): Promise<void> {
		const { rememberedForm } = await import('../remembered.ts');
		await this.#memory.update(key, rememberedForm(query));
	}
}
