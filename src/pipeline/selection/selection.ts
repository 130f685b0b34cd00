import type { SelectMode } from '../messages/requests.ts';

/** Where rows stand, as far as selecting needs to know. */
export interface Places {
	/** The ids of the rows from one line to another, whichever comes first. */
	idsBetween(line: number, other: number): readonly string[];
	lineOf(id: string): number | undefined;
}

/** The rows that are selected, by id, so that they stay selected wherever they go. */
export class Selection {
	readonly #ids = new Set<string>();
	/** From where a range goes: the row that was chosen last by itself. */
	#anchor: string | undefined;

	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	/** @param id of the row; @param line where it stands */
	select(id: string, line: number, mode: SelectMode, places: Places): void {
		const from = this.#anchor === undefined ? undefined : places.lineOf(this.#anchor);
		if (mode === 'range' && from !== undefined) {
			this.#replace(places.idsBetween(from, line));
			return;
		}
		if (mode !== 'toggle') this.#replace([id]);
		else if (!this.#ids.delete(id)) this.#ids.add(id);
		this.#anchor = id;
	}

	all(ids: Iterable<string>): void {
		this.#replace(ids);
	}

	clear(): void {
		this.#ids.clear();
		this.#anchor = undefined;
	}

	/** Rows that are shown no more are selected no more. */
	keep(isShown: (id: string) => boolean): void {
		for (const id of this.#ids) if (!isShown(id)) this.#ids.delete(id);
		if (this.#anchor !== undefined && !isShown(this.#anchor)) this.#anchor = undefined;
	}

	/**
	 * What an action means that was begun on a row: all that are selected where it is one of them, else it alone.
	 * @param shown the ids of all rows, in the order in which they are to be
	 */
	meant(id: string, shown: () => readonly string[]): readonly string[] {
		return this.#ids.has(id) && this.#ids.size > 1 ? this.inOrder(shown()) : [id];
	}

	/** Those that are selected, in this order. */
	inOrder(shown: readonly string[]): readonly string[] {
		return shown.filter((id) => this.#ids.has(id));
	}

	#replace(ids: Iterable<string>): void {
		const next = [...ids];
		this.#ids.clear();
		for (const id of next) this.#ids.add(id);
	}
}
