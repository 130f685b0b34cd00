import type { ListedReferral } from '../../listing/arranging/listed.ts';

/** Rows in the order in which they are shown. */
export interface View {
	readonly rows: readonly ListedReferral[];
	/** Where those are among them that match, in their order; undefined for all, as they stand. */
	readonly places: Uint32Array | undefined;
	/** Undefined where rows are not grouped. */
	readonly grouped: Grouped | undefined;
}

/** Rows that are put together by a value that they have in common. */
export interface Grouped {
	/** The column that has the value. */
	readonly by: string;
	/** In their order, one after the other. */
	readonly groups: readonly Group[];
	/** Where the rows of all groups are, one group after the other; a row may stand in several. */
	readonly places: Uint32Array;
}

export interface Group {
	/** What it is told from others by; empty for those that have nothing. */
	readonly key: string;
	readonly label: string;
	/** Of its places among those of all. */
	readonly start: number;
	readonly count: number;
}

/** How many rows match. */
export function matchingIn({ rows, places }: Pick<View, 'rows' | 'places'>): number {
	return places ? places.length : rows.length;
}

/** The rows that match, each once, in their order. */
export function* rowsIn({ rows, places, grouped }: View): Iterable<ListedReferral> {
	if (!places && !grouped) return yield* rows;
	const seen = new Uint8Array(rows.length);
	for (const place of grouped?.places ?? places ?? []) {
		const row = rows[place];
		if (!row || seen[place] === 1) continue;
		seen[place] = 1;
		yield row;
	}
}
