/** A line of the table. */
export type Line = RowLine | GroupLine;

export interface RowLine {
	readonly kind: 'row';
	readonly id: string;
	/** A cell for each column; empty where there is nothing. */
	readonly cells: readonly string[];
	readonly badges: readonly Badge[];
	readonly selected: boolean;
}

/** What stands beside the first cell: the clock, what needs somebody, what is new. */
export interface Badge {
	readonly tone: 'error' | 'warning' | 'quiet' | 'news';
	/** In a few characters. */
	readonly text: string;
	/** In words. */
	readonly title: string;
}

export interface GroupLine {
	readonly kind: 'group';
	readonly key: string;
	readonly label: string;
	/** How many, and what they are worth in each currency. */
	readonly text: string;
	readonly open: boolean;
}

/** What is told the page besides its state. */
export type ToPage =
	| { readonly type: 'lines'; readonly stamp: number; readonly from: number; readonly lines: readonly Line[] }
	/** The values of a column, the most frequent ones first. */
	| {
			readonly type: 'values';
			readonly column: string;
			readonly values: readonly ColumnValue[];
			/** Whether there are more of them than these. */
			readonly more: boolean;
	  }
	/** Scrolls to a line and makes it the current one; the focus stays where it is. */
	| { readonly type: 'reveal'; readonly stamp: number; readonly line: number };

/** A value of a column: what it is told from others by, in words, and of how many rows. */
export interface ColumnValue {
	readonly value: string;
	readonly label: string;
	readonly count: string;
}
