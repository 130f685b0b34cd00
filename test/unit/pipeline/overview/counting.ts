import assert from 'node:assert/strict';
import { setImmediate as later } from 'node:timers/promises';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import type { ColumnContext } from '../../../../src/pipeline/columns/column.ts';
import { columnCalled } from '../../../../src/pipeline/columns/columns.ts';
import type { Chart, ChartId } from '../../../../src/pipeline/messages/chart.ts';
import { Overview } from '../../../../src/pipeline/overview/overview.ts';
import type { OverviewMaterial } from '../../../../src/pipeline/overview/run.ts';
import { testFor } from '../../../../src/pipeline/table/tests.ts';
import type { ColumnFilter } from '../../../../src/pipeline/wishes/filter.ts';
import { Presenter } from '../../../../src/referral/presenter.ts';
import { HandClock } from '../../handClock.ts';
import { received } from '../../received.ts';

export type Filters = ReadonlyMap<string, ColumnFilter>;

/** How rows are counted. */
export interface How {
	readonly now?: number;
	readonly complete?: boolean;
	readonly filters?: Filters;
	readonly fiscalYearStart?: number;
	readonly locale?: string;
	readonly timeZone?: string;
	/** By chart. */
	readonly choices?: readonly (readonly [ChartId, string])[];
}

export const usualNow = Date.parse('2026-11-20T12:00:00Z');

function rowOf(json: object): ListedReferral {
	return new ListedReferral(received({ id: 'r', ...json }), { whole: false });
}

export function rowsOf(jsons: readonly object[]): readonly ListedReferral[] {
	return jsons.map((json, index) => rowOf({ id: `r${index}`, ...json }));
}

/** The context of columns at an instant. */
export function contextAt(now: number, fiscalYearStart = 7): ColumnContext {
	const presenter = new Presenter({ locale: 'en', clock: new HandClock(now) });
	const none = { rulesOf: () => [], markOf: () => undefined, soonDays: 3 };
	return { presenter, now, fiscalYearStart, ...none };
}

/** Whether a row passes filters, by the table's own tests. */
export function passing(
	filters: Filters,
	context: ColumnContext,
): (row: ListedReferral, without?: ReadonlySet<string>) => boolean {
	const tests = [...filters].map(([id, filter]) => {
		const column = columnCalled(id) ?? assert.fail(`There is no column ${id}.`);
		const test = testFor(column, filter, context);
		return { id, test: test ?? assert.fail(`${id} can't be filtered by ${filter.kind}.`) };
	});
	return (row, without = new Set()) => tests.every(({ id, test }) => without.has(id) || test(row));
}

export function materialOf(
	rows: readonly ListedReferral[],
	{ now = usualNow, complete = true, filters = new Map(), fiscalYearStart = 7 }: How = {},
): OverviewMaterial {
	return { rows, filters, complete, matches: passing(filters, contextAt(now, fiscalYearStart)) };
}

/** An overview of which a test has the clock. */
export class Counting {
	readonly clock: HandClock;
	readonly overview: Overview;
	/** How often it has told that charts are other ones, and how often it let others have their turn. */
	changes = 0;
	rests = 0;
	/** What a slice seems to take. */
	elapsed = 0;
	fiscalYearStart: number;
	presenter: Presenter;

	constructor({ now = usualNow, fiscalYearStart = 7, locale = 'en', timeZone = 'UTC' }: How = {}) {
		this.clock = new HandClock(now);
		this.fiscalYearStart = fiscalYearStart;
		this.presenter = new Presenter({ locale, timeZone, clock: this.clock });
		const counting = this;
		this.overview = new Overview({
			rest: () => {
				this.rests++;
				return later();
			},
			elapsed: () => ++this.elapsed,
			now: () => this.clock.now(),
			get presenter() {
				return counting.presenter;
			},
			fiscalYearStart: () => this.fiscalYearStart,
			changed: () => {
				this.changes++;
			},
		});
	}

	/** Until nothing is counted any more. */
	async settled(): Promise<void> {
		for (let before = -1; before !== this.rests; await later()) {
			before = this.rests;
			for (let turn = 0; turn < 3; turn++) await later();
		}
	}

	chart(id: ChartId): Chart {
		return this.overview.charts.find((chart) => chart.id === id) ?? assert.fail(`There is no chart ${id}.`);
	}

	/** What marks of a chart say, by place and series. */
	texts(id: ChartId): Readonly<Record<string, string>> {
		return Object.fromEntries(this.chart(id).marks.map((mark) => [mark.id, plain(mark.text)]));
	}
}

/** Counts rows, until all is known, with what is chosen. */
export async function counted(rows: readonly ListedReferral[], how: How = {}): Promise<Counting> {
	const counting = new Counting(how);
	counting.overview.count(materialOf(rows, how));
	await counting.settled();
	for (const [chart, choice] of how.choices ?? []) counting.overview.choose(chart, choice);
	await counting.settled();
	return counting;
}

/** With spaces that are like others. */
export function plain(text: string): string {
	return text.replace(/[\u00a0\u202f\u2009]/g, ' ');
}
