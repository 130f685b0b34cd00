import type { ColumnFilter } from '../wishes/filter.ts';

/** The charts, each a question that somebody asks, in their order. */
export const chartIds = [
	'stands',
	'closes',
	'expires',
	'age',
	'where',
	'outcome',
	'reasons',
	'answers',
] as const;
export type ChartId = (typeof chartIds)[number];

/** A chart in numbers and words; where its marks stand is for whoever draws it. */
export interface Chart {
	readonly id: ChartId;
	/** The question. */
	readonly title: string;
	/** The answer in a sentence, which stands for the chart where it can't be seen. */
	readonly sentence: string;
	/** Bars from the left one below the other, columns from the bottom, or days in weeks. */
	readonly shape: 'bars' | 'columns' | 'calendar';
	/** What is measured, and by what it can be seen instead; none where there is no choice. */
	readonly choices: readonly ChartChoices[];
	/** At most four, told apart by colour and pattern. */
	readonly series: readonly { readonly id: string; readonly label: string }[];
	/**
	 * What stands at the axis, in order. A mark belongs to one of them and to one series, of which there is no other one there.
	 * Those of a calendar are days in a row, whose ids are their dates in UTC, such as "2026-11-29".
	 */
	readonly places: readonly { readonly id: string; readonly label: string }[];
	readonly marks: readonly Mark[];
	/** The same numbers. */
	readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** One of which one is chosen, such as counts or one of the currencies. */
export interface ChartChoices {
	readonly label: string;
	readonly chosen: string;
	/** Ids are unique within a chart. */
	readonly options: readonly { readonly id: string; readonly label: string }[];
}

export interface Mark {
	readonly id: string;
	readonly place: string;
	readonly series: string;
	/** How long it is; never negative, and finite. Nothing is longer than 0 where deals are worth nothing. */
	readonly value: number;
	/** The same for a reader. */
	readonly text: string;
	/** What a screen reader says, such as "Active, Accepted: 58 referrals, EUR 1.2 million." */
	readonly spoken: string;
	/** Whether the table shows only what it counts. */
	readonly pressed: boolean;
	/** Whether its time has passed, which is drawn. */
	readonly overdue: boolean;
}

/** What a mark filters the table by: filters of columns, which take the place of those that the chart had set before. */
export type MarkFilters = ReadonlyMap<string, ColumnFilter>;
