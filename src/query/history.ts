import { isFiltered, type Query } from './query.ts';

/** More steps back nobody remembers. */
const mostSteps = 20;
/** More would not be read through. */
const mostRecent = 10;

/** The queries that a window has gone through, in memory alone: they may name customers. */
export class QueryHistory {
	/** The one that was left last comes last. */
	readonly #past: Query[] = [];
	#recent: readonly Query[] = [];
	#returned: Query | undefined;

	get canGoBack(): boolean {
		return this.#past.length > 0;
	}

	/** The one that was left last comes first; each once, and none that finds everything. */
	get recent(): readonly Query[] {
		return this.#recent;
	}

	/** Somebody searches for something else. */
	moved(from: Query, to: Query): void {
		const isBack = to === this.#returned;
		this.#returned = undefined;
		if (areSame(from, to)) return;
		if (isFiltered(from))
			this.#recent = [from, ...this.#recent.filter((each) => !areSame(each, from))].slice(0, mostRecent);
		if (isBack) return;
		this.#past.push(from);
		if (this.#past.length > mostSteps) this.#past.shift();
	}

	/** Takes the query to go back to, which somebody then searches for; undefined where there is none. */
	takeBack(): Query | undefined {
		this.#returned = this.#past.pop();
		return this.#returned;
	}
}

/** Whatever the order in which conditions were added. */
function areSame(one: Query, other: Query): boolean {
	return textOf(one) === textOf(other);
}

function textOf(query: Query): string {
	return JSON.stringify(Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1)));
}
