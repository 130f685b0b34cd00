import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { folded } from '../../text/folded.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';
import type { ColumnFilter } from '../wishes/filter.ts';

/** Whether a row has what a filter wants. */
export type RowTest = (row: ListedReferral) => boolean;

const day = 86_400_000;

/** What filters want of rows, by column. */
export function testsFor(
	filters: ReadonlyMap<string, ColumnFilter>,
	columnOf: (id: string) => TableColumn | undefined,
	context: ColumnContext,
): ReadonlyMap<string, RowTest> {
	const tests = new Map<string, RowTest>();
	for (const [id, filter] of filters) {
		const column = columnOf(id);
		const test = column && testFor(column, filter, context);
		if (test) tests.set(id, test);
	}
	return tests;
}

/** What a filter of a column wants of a row; undefined where the column can't be filtered so, and every row is shown. */
export function testFor(
	column: TableColumn,
	filter: ColumnFilter,
	context: ColumnContext,
): RowTest | undefined {
	switch (filter.kind) {
		case 'words':
			return wordsTest(column, filter.words, context);
		case 'values':
			return valuesTest(column, filter, context);
		default: {
			if (column.filterKind !== filter.kind) return undefined;
			const isIn = rangeTest(filter);
			return (row) => isIn(column.keyOf(row, context));
		}
	}
}

/** Whether a key is in a range, both ends included: of days, the whole of the last one. */
export function rangeTest({
	kind,
	from = Number.NEGATIVE_INFINITY,
	to = Number.POSITIVE_INFINITY,
}: Extract<ColumnFilter, { kind: 'numbers' | 'days' }>): (key: number | string) => boolean {
	if (kind === 'numbers') return (key) => typeof key === 'number' && key >= from && key <= to;
	const end = to + day;
	return (key) => typeof key === 'number' && key >= from && key < end;
}

function wordsTest(column: TableColumn, words: string, context: ColumnContext): RowTest | undefined {
	const wanted = folded(words).split(' ');
	const [only = ''] = wanted;
	const isIn = (text: string) =>
		wanted.length === 1 ? text.includes(only) : wanted.every((word) => text.includes(word));
	const { textOf = column.keyOf } = column;
	if (column.filterKind === 'words')
		return (row) => {
			const key = textOf(row, context);
			return typeof key === 'string' && isIn(key);
		};
	const judge = remembered((text) => isIn(folded(text)));
	return (row) => judge(column.words(row, context));
}

function valuesTest(
	{ values }: TableColumn,
	filter: Extract<ColumnFilter, { kind: 'values' }>,
	context: ColumnContext,
): RowTest | undefined {
	if (!values) return undefined;
	const wanted = new Set(filter.values.map(folded));
	const wantsNothing = wanted.has('');
	const judge = remembered((value) => wanted.has(folded(value)));
	return (row) => {
		const own = values.of(row, context);
		const isIn = typeof own === 'string' ? judge(own) : own.length === 0 ? wantsNothing : own.some(judge);
		return isIn !== filter.not;
	};
}

/** No more verdicts are remembered: where nearly each row has another text, remembering is no help. */
const mostRemembered = 5_000;

function remembered(judge: (text: string) => boolean): (text: string) => boolean {
	const known = new Map<string, boolean>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const verdict = judge(text);
		if (known.size < mostRemembered) known.set(text, verdict);
		return verdict;
	};
}
