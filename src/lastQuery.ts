import type { Memento } from 'vscode';
import { everything, type Query } from './referrals/query.ts';
import { readSavedQueries, savedForm } from './referrals/savedQuery.ts';
import type { QueryMemory } from './views/browsing.ts';

const key = 'lastQuery';

/** The query that a workspace was left with. What may name a customer, free text and OData, isn't written to disk. */
export class LastQuery implements QueryMemory {
	readonly #memory: Memento;

	constructor(memory: Memento) {
		this.#memory = memory;
	}

	read(): Query {
		const [last] = readSavedQueries([this.#memory.get(key)]).saved;
		return last?.query ?? everything;
	}

	write({ text: _text, advanced: _advanced, ...query }: Query): void {
		this.#memory.update(key, savedForm({ name: 'last', query })).then(undefined, () => {});
	}
}
