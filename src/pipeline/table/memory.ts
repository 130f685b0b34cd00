import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { TableColumn } from '../columns/column.ts';
import { columnCalled } from '../columns/columns.ts';
import { Keys } from './keys.ts';
import { movesBetween } from './moves.ts';
import { remembering } from './remembering.ts';
import type { Turns } from './turns.ts';

/** What a table has worked out of its rows, and needs not work out again for as long as words stay the same. */
export class TableMemory {
	readonly #columns = new Map<string, TableColumn>();
	readonly #keys = new Map<string, Keys>();
	/** Those that keys are kept for, by place. */
	#rows: readonly ListedReferral[] = [];

	/** A column by its id; undefined for one that there is none of. */
	column(id: string): TableColumn | undefined {
		const before = this.#columns.get(id);
		if (before) return before;
		const known = columnCalled(id);
		if (!known) return undefined;
		const column = remembering(known);
		this.#columns.set(id, column);
		return column;
	}

	/** Rows have come; what is known of those that were there already is kept. */
	async turnTo(rows: readonly ListedReferral[], turns: Turns): Promise<void> {
		for (const id of this.#keys.keys()) if (columnCalled(id)?.changes) this.#keys.delete(id);
		if (rows === this.#rows) return;
		const moves = this.#keys.size > 0 && (await movesBetween(this.#rows, rows, turns));
		this.#rows = rows;
		for (const keys of this.#keys.values()) if (moves) keys.move(moves);
	}

	/** The keys of a column, of the rows that were turned to. */
	keys(column: TableColumn): Keys {
		const before = this.#keys.get(column.id);
		if (before) return before;
		const keys = new Keys(column, this.#rows.length);
		this.#keys.set(column.id, keys);
		return keys;
	}

	/** Words are other ones. */
	clear(): void {
		this.#columns.clear();
		this.#keys.clear();
	}
}
