/** A cell: a line, and which of its cells. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** The headings stand above the first line. */
export const headingLine = -1;

/** Where a key goes from a cell. */
export type Move =
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'pageUp'
	| 'pageDown'
	| 'rowStart'
	| 'rowEnd'
	| 'start'
	| 'end';

export interface Extent {
	readonly lines: number;
	readonly columns: number;
	/** How many lines are in sight. */
	readonly page: number;
}

/** The cell that a key goes to. Only one step up from the first line are the headings. */
export function placeAfter(move: Move, { line, column }: Place, { lines, columns, page }: Extent): Place {
	const [lastLine, lastColumn] = [Math.max(0, lines - 1), Math.max(0, columns - 1)];
	const to = (nextLine: number, nextColumn = column): Place => ({
		line: Math.max(0, Math.min(lastLine, nextLine)),
		column: Math.max(0, Math.min(lastColumn, nextColumn)),
	});
	const step = Math.max(1, page - 1);
	const places: { readonly [key in Move]: () => Place } = {
		up: () => (line === 0 ? { ...to(0), line: headingLine } : to(line - 1)),
		down: () => to(line + 1),
		left: () => to(line, column - 1),
		right: () => to(line, column + 1),
		pageUp: () => to(line - step),
		pageDown: () => to(line + step),
		rowStart: () => to(line, 0),
		rowEnd: () => to(line, lastColumn),
		start: () => to(0, 0),
		end: () => to(lastLine, lastColumn),
	};
	return places[move]();
}

/** The nearest cell that there is. */
export function placeWithin({ line, column }: Place, { lines, columns }: Extent): Place {
	return {
		line: Math.max(0, Math.min(lines - 1, line)),
		column: Math.max(0, Math.min(columns - 1, column)),
	};
}
