import { QueryHistory } from './history.ts';
import { everything, type Query } from './query.ts';

/** Where the query is kept that a window starts with. */
export interface QueryMemory {
	read(): Promise<Query>;
	write(query: Query): void;
}

/** What is searched for, whatever it is searched in: signing in, out or elsewhere doesn't change it. */
export class ActiveQuery {
	/** What was searched for before. */
	readonly history = new QueryHistory();
	readonly #memory: QueryMemory;
	#query: Query | undefined;
	#recalling: Promise<Query> | undefined;

	constructor(memory: QueryMemory) {
		this.#memory = memory;
	}

	/** Everything until it is recalled what a window was left with. */
	get value(): Query {
		return this.#query ?? everything;
	}

	/** Whether it is known what a window was left with, or somebody has searched for something else since. */
	get known(): boolean {
		return this.#query !== undefined;
	}

	/** The query, also for whoever asks for it before anybody has looked. */
	async recall(): Promise<Query> {
		if (this.#query) return this.#query;
		this.#recalling ??= this.#memory.read().catch(() => everything);
		const last = await this.#recalling;
		this.#query ??= last;
		return this.#query;
	}

	change(query: Query): void {
		this.history.moved(this.value, query);
		this.#query = query;
		this.#memory.write(query);
	}
}
