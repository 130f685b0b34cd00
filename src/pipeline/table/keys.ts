import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';
import type { Moves } from './moves.ts';
import { Texts } from './texts.ts';
import type { Turns } from './turns.ts';

/** The keys of a column by which rows are put into order, each worked out once; they are kept by the places of the rows. */
export class Keys {
	readonly #column: TableColumn;
	/** Of texts, what they are told apart by. */
	#numbers: Float64Array;
	#known: Uint8Array;
	#texts: Texts | undefined;

	constructor(column: TableColumn, count: number) {
		this.#column = column;
		this.#numbers = new Float64Array(count);
		this.#known = new Uint8Array(count);
	}

	/** Rows stand elsewhere. */
	move(moves: Moves): void {
		const numbers = new Float64Array(moves.length);
		const known = new Uint8Array(moves.length);
		for (let at = 0; at < moves.length; at++) {
			const before = moves[at] ?? -1;
			if (before < 0) continue;
			numbers[at] = this.#numbers[before] ?? 0;
			known[at] = this.#known[before] ?? 0;
		}
		[this.#numbers, this.#known] = [numbers, known];
	}

	/** The keys by place, as numbers that are in their order; only those at these places count. */
	async at(
		places: Uint32Array,
		rows: readonly ListedReferral[],
		context: ColumnContext,
		turns: Turns,
	): Promise<Float64Array> {
		const [numbers, known] = [this.#numbers, this.#known];
		await turns.each(places.length, this.#column.needsJson ? 8 : 256, (from, to) => {
			for (let at = from; at < to; at++) {
				const place = places[at] ?? 0;
				const row = rows[place];
				if (known[place] === 1 || !row) continue;
				numbers[place] = this.#numberOf(this.#column.keyOf(row, context));
				known[place] = 1;
			}
		});
		return this.#texts ? ranked(numbers, places, await this.#texts.ranks(turns), turns) : numbers;
	}

	#numberOf(key: number | string): number {
		if (typeof key === 'number') return key;
		this.#texts ??= new Texts();
		return this.#texts.idOf(key);
	}
}

async function ranked(
	ids: Float64Array,
	places: Uint32Array,
	ranks: Float64Array,
	turns: Turns,
): Promise<Float64Array> {
	const keys = new Float64Array(ids.length);
	await turns.each(places.length, 16_384, (from, to) => {
		for (let at = from; at < to; at++) {
			const place = places[at] ?? 0;
			keys[place] = ranks[ids[place] ?? 0] ?? Number.NaN;
		}
	});
	return keys;
}
