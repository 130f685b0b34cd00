import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import type { Chart, ChartId, MarkFilters } from '../../messages/chart.ts';

/** A chart before anything is counted. */
export interface Question {
	readonly id: ChartId;
	/** Whether it looks into the JSON of rows, which must be unpacked for that, so that others don't wait for it. */
	readonly needsJson?: boolean;
	/** The columns that its marks filter. */
	columns(chosen: Chosen): readonly string[];
	begin(asked: Asked): Tally;
}

/** What the user chose for a chart; what isn't there is as usual. */
export interface Chosen {
	/** The id of what is measured. */
	readonly measure?: string;
	/** The id of what rows are put together by. */
	readonly by?: string;
}

/** What a question is asked with. */
export interface Asked {
	readonly chosen: Chosen;
	readonly presenter: Presenter;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** The first month of a fiscal year, from 1. */
	readonly fiscalYearStart: number;
	/** Why a deal was lost or declined, which takes long to find the first time; empty for nothing. */
	reasonOf(row: ListedReferral): string;
}

/** Counts rows for one chart. */
export interface Tally {
	/** Counts a row, which the filters of all columns leave but those that the chart's own marks filter. */
	add(row: ListedReferral): void;
	/** What is left to do once it has all rows, if that takes long. */
	work?(): Work;
	/** @param currencies those of all rows, the most frequent one first */
	answer(currencies: readonly string[]): Answer;
}

/** Work in steps, each of which is short. */
export interface Work {
	readonly steps: number;
	/** @param at from 0 */
	step(at: number): void;
}

/** What was counted, in numbers and words. */
export interface Answer extends Omit<Chart, 'id' | 'marks' | 'table'> {
	readonly figures: readonly Figure[];
	readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
}

/** A mark, whatever the table is filtered by. */
export interface Figure {
	readonly place: string;
	readonly series: string;
	/** How many rows it counts. */
	readonly count: number;
	/** How long it is; neither negative nor infinite. */
	readonly value: number;
	readonly text: string;
	readonly spoken: string;
	readonly overdue: boolean;
	/** Undefined where no filters of columns leave the same rows. */
	readonly filters: MarkFilters | undefined;
}

/** A text, or a number in words. */
export type Cell = string | { readonly number: number; readonly text: string };
