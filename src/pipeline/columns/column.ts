import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Mark } from '../../listing/since/seen.ts';
import type { AttentionRule } from '../../referral/attention/wishes.ts';
import type { Presenter } from '../../referral/presenter.ts';
import type { FilterKind } from '../messages/state.ts';

/** What a column needs to know besides a row. */
export interface ColumnContext {
	readonly presenter: Presenter;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Why a referral needs somebody, the most pressing reason first. */
	rulesOf(row: ListedReferral): readonly AttentionRule[];
	/** Why a referral is new to the user; undefined where it isn't. */
	markOf(id: string): Mark | undefined;
	/** How many days left to answer are few. */
	readonly soonDays: number;
	/** The first month of a fiscal year, from 1. */
	readonly fiscalYearStart: number;
}

/** A column of the table: what a row has in it, for a reader, and to put rows into order, filter and group them by. */
export interface TableColumn {
	/** The path of a field of the catalogue, or a name without dots. */
	readonly id: string;
	label(): string;
	readonly filterKind: FilterKind;
	/** Whether it is of numbers, which stand at the end of a cell. */
	readonly isNumber: boolean;
	/** In pixels. */
	readonly width: number;
	/** Whether it looks into the JSON of a row, which must be unpacked for that. */
	readonly needsJson: boolean;
	/** Whether a row that stays the same may have another key as time goes by, or once the user has looked. */
	readonly changes: boolean;
	/**
	 * What rows are put into order by: numbers, or texts by their letters. NaN and '' are for nothing, which stands last. Of a
	 * column that is filtered by words, they are these, folded.
	 */
	keyOf(row: ListedReferral, context: ColumnContext): number | string;
	/** What is looked through for words, folded, where that isn't the key. */
	textOf?(row: ListedReferral): string;
	/** A cell, in one line; empty for nothing. May be a stranger's. */
	words(row: ListedReferral, context: ColumnContext): string;
	/** Where rows have values in common, by which they can be filtered and grouped. */
	readonly values?: ColumnValues;
}

/** Values that rows have in common. They are texts, as they were sent, and the same when they fold to the same. */
export interface ColumnValues {
	/** Those of a row, which may be several; empty, or none, for nothing. */
	of(row: ListedReferral, context: ColumnContext): string | readonly string[];
	/** A value in words. */
	label(value: string, context: ColumnContext): string;
	/** Where it stands among the others; without, they stand in the order of their labels. */
	place?(value: string): number;
}
