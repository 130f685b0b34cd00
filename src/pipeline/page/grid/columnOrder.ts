import type { WishedColumn } from '../../wishes/table.ts';

/** How narrow and how wide a column can be made, in pixels. */
const [narrowest, widest] = [48, 1_000];

/** The columns with one of another width. */
export function resized(
	columns: readonly WishedColumn[],
	id: string,
	width: number,
): readonly WishedColumn[] {
	const bounded = Math.round(Math.max(narrowest, Math.min(widest, width)));
	return columns.map((each) => (each.id === id ? { id, width: bounded } : each));
}

/** The columns with one in another place, which is a place among the others. */
export function moved(columns: readonly WishedColumn[], id: string, place: number): readonly WishedColumn[] {
	const column = columns.find((each) => each.id === id);
	const others = columns.filter((each) => each.id !== id);
	const bounded = Math.max(0, Math.min(others.length, place));
	return column ? others.toSpliced(bounded, 0, column) : columns;
}

/** Before which column something is dropped, by how far it is from the left edge of the first one, in pixels. */
export function placeAt(columns: readonly WishedColumn[], x: number): number {
	let left = 0;
	for (const [index, { width }] of columns.entries()) {
		if (x < left + width / 2) return index;
		left += width;
	}
	return columns.length;
}
