import type { Memento } from 'vscode';
import type { QueryMemory } from '../../tree/browsing.ts';
import { everything, type Query } from '../query.ts';

const key = 'lastQuery';

/**
 * The query that a workspace was left with. What may name a customer, free text and OData, isn't written to disk. How
 * queries are written is loaded when one is there to read or write.
 */
export class LastQuery implements QueryMemory {
	readonly #memory: Memento;

	constructor(memory: Memento) {
		this.#memory = memory;
	}

	async read(): Promise<Query> {
		const left = this.#memory.get(key);
		if (left === undefined) return everything;
		const { readSavedQueries } = await import('../savedQuery.ts');
		return readSavedQueries([left]).saved[0]?.query ?? everything;
	}

	write(query: Query): void {
		this.#write(query).catch(() => {});
	}

	async #write({ text: _text, advanced: _advanced, ...query }: Query): Promise<void> {
		const { savedForm } = await import('../savedQuery.ts');
		await this.#memory.update(key, savedForm({ name: 'last', query }));
	}
}
