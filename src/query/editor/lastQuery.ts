import type { Memento } from 'vscode';
import type { JsonObject } from '../../partner/json.ts';
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
		const { readSavedQueries } = await import('../savedQuery.ts');
		const last = await lastForm(readSavedQueries([left]).saved[0]?.query ?? everything);
		if (JSON.stringify(last) !== JSON.stringify(left)) await this.#memory.update(key, last);
		return readSavedQueries([last]).saved[0]?.query ?? everything;
	}

	write(query: Query): void {
		this.#write(query).catch(() => {});
	}

	async #write(query: Query): Promise<void> {
		await this.#memory.update(key, await lastForm(query));
	}
}

async function lastForm(query: Query): Promise<JsonObject> {
	const { flatQuery } = await import('../flat.ts');
	const { namesNobody } = await import('../namesNobody.ts');
	return { name: 'last', ...Object.fromEntries(flatQuery(query).filter(namesNobody)) };
}
