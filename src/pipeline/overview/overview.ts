import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Alarm } from '../../referral/clock.ts';
import type { Presenter } from '../../referral/presenter.ts';
import type { Chart, ChartId, MarkFilters } from '../messages/chart.ts';
import { Turns } from '../table/turns.ts';
import { chartOf, markId } from './chartOf.ts';
import { csvOf } from './csv.ts';
import { day, midnightOf } from './figures/days.ts';
import { isSameFilter } from './figures/filters.ts';
import { isMeasure } from './figures/measure.ts';
import type { Answer, Asked, Chosen } from './figures/question.ts';
import { questions } from './questions/questions.ts';
import { type OverviewMaterial, run } from './run.ts';

/** What the overview needs of the world. */
export interface OverviewAround {
	/** Lets others have their turn. */
	rest(): Promise<void>;
	/** Milliseconds that only ever grow, by which slices are measured. */
	elapsed(): number;
	/** Milliseconds since 1970. */
	now(): number;
	readonly presenter: Presenter;
	/** The first month of a fiscal year, from 1. */
	fiscalYearStart(): number;
	/** Charts are other ones. Must not throw. */
	changed(): void;
}

/** After a run, so many times as long as it took nothing is counted of what only becomes more; in milliseconds, at least and at most. */
const [restingTimes, shortestRest, longestRest] = [3, 250, 2_000];

/**
 * Answers questions about the rows of the pipeline page in numbers, in slices that hold nobody up. While rows are counted,
 * the charts of before stay.
 */
export class Overview {
	readonly #around: OverviewAround;
	readonly #chosen = new Map<ChartId, Chosen>();
	#answers: ReadonlyMap<ChartId, Answer> = new Map();
	#charts: readonly Chart[] = [];
	/** The newest, and the one that the answers are of. */
	#material: OverviewMaterial | undefined;
	#counted: OverviewMaterial | undefined;
	/** Ends the run that goes on. */
	#run: AbortController | undefined;
	/** Whether rows have come that no run knows of. */
	#isBehind = false;
	#rest: Alarm | undefined;
	#midnight: Alarm | undefined;
	#reasons = new WeakMap<ListedReferral, string>();
	#presenter: Presenter | undefined;
	#isDisposed = false;

	constructor(around: OverviewAround) {
		this.#around = around;
	}

	/** In their order; none before anything was counted. */
	get charts(): readonly Chart[] {
		return this.#charts;
	}

	/**
	 * Counts what there is now. What was being counted is of no interest any more, unless there are just more rows: those wait
	 * until it is done, and a while longer, so that many pages are not counted one by one.
	 */
	count(material: OverviewMaterial): void {
		const before = this.#material;
		this.#material = material;
		if (this.#isDisposed) return;
		// What is gone, be it of another account, is shown no longer than it must.
		if (material.rows.length === 0) this.#forget();
		else if (before && !isFilteredSame(before, material)) this.#tell();
		if (before && isMore(before, material) && (this.#run || this.#rest)) this.#isBehind = true;
		else this.#start();
	}

	/** Words are other ones, such as those of a mask or of another language, or quarters are; all is counted anew, and nothing of before is told any more. */
	refresh(): void {
		this.#reasons = new WeakMap();
		[this.#answers, this.#charts] = [new Map(), []];
		this.#start();
	}

	/** Measures something else, or puts rows together by something else; what the chart doesn't offer changes nothing. */
	choose(chart: string, choice: string): void {
		const found = this.#charts.find(({ id }) => id === chart);
		if (!found?.choices.some(({ options }) => options.some(({ id }) => id === choice))) return;
		const chosen = isMeasure(choice) ? { measure: choice } : { by: choice };
		this.#chosen.set(found.id, { ...this.#chosen.get(found.id), ...chosen });
		this.#start();
	}

	/** What a mark filters the table by; undefined where nothing filters so, or there is no such mark. */
	filtersOf(chart: string, mark: string): MarkFilters | undefined {
		const answer = this.#answerCalled(chart);
		return answer?.figures.find((figure) => markId(figure) === mark)?.filters;
	}

	/** The columns that the marks of a chart filter. */
	columnsOf(chart: string): ReadonlySet<string> {
		const question = questions.find(({ id }) => id === chart);
		return new Set(question?.columns(this.#chosen.get(question.id) ?? {}));
	}

	/** The numbers of a chart as a file for spreadsheets; empty where there is no such chart. */
	csvOf(chart: string, separator: ',' | ';' | '\t' = ','): string {
		const answer = this.#answerCalled(chart);
		return answer ? csvOf(answer, separator) : '';
	}

	dispose(): void {
		this.#isDisposed = true;
		this.#stop();
		this.#midnight?.dispose();
		[this.#material, this.#counted] = [undefined, undefined];
		[this.#answers, this.#charts] = [new Map(), []];
	}

	#answerCalled(chart: string): Answer | undefined {
		return [...this.#answers].find(([id]) => id === chart)?.[1];
	}

	#forget(): void {
		const hadCharts = this.#charts.length > 0;
		[this.#answers, this.#charts, this.#counted] = [new Map(), [], undefined];
		if (hadCharts) this.#around.changed();
	}

	#stop(): void {
		this.#run?.abort();
		this.#rest?.dispose();
		[this.#run, this.#rest, this.#isBehind] = [undefined, undefined, false];
	}

	#start(): void {
		const material = this.#material;
		if (this.#isDisposed || !material) return;
		this.#stop();
		const running = new AbortController();
		this.#run = running;
		void this.#go(material, running);
	}

	async #go(material: OverviewMaterial, running: AbortController): Promise<void> {
		const began = this.#around.elapsed();
		const isOther = material.rows[0] !== this.#counted?.rows[0];
		const asked = this.#asked();
		const askings = questions.map((question) => ({
			question,
			asked: { ...asked, chosen: this.#chosen.get(question.id) ?? {} },
		}));
		try {
			const turns = new Turns(this.#around, running.signal);
			// Whoever asks is not told before it has got its answer, and may ask once more at once.
			await turns.rest();
			await run(material, askings, turns, (answers) => {
				if (running.signal.aborted) return;
				this.#answers = new Map([...(isOther ? [] : this.#answers), ...answers]);
				this.#counted = material;
				this.#tell();
			});
		} catch (error) {
			if (!running.signal.aborted) throw error;
		} finally {
			if (this.#run === running) this.#ended(this.#around.elapsed() - began, asked.now);
		}
	}

	/** @param took in milliseconds @param now when it began, in milliseconds since 1970 */
	#ended(took: number, now: number): void {
		this.#run = undefined;
		const { clock } = this.#around.presenter;
		const rest = Math.min(Math.max(took * restingTimes, shortestRest), longestRest);
		this.#rest = clock.at(this.#around.now() + rest, () => {
			this.#rest = undefined;
			if (this.#isBehind) this.#start();
		});
		// What is overdue, and how old it is, is told in days.
		this.#midnight?.dispose();
		this.#midnight = clock.at(midnightOf(now) + day, () => this.#start());
	}

	#asked(): Omit<Asked, 'chosen'> {
		const around = this.#around;
		// Another one may hide what the one before has shown.
		if (this.#presenter !== around.presenter) this.#reasons = new WeakMap();
		this.#presenter = around.presenter;
		const reasons = this.#reasons;
		return {
			...{ presenter: around.presenter, now: around.now(), fiscalYearStart: around.fiscalYearStart() },
			reasonOf: (row) => {
				const before = reasons.get(row);
				if (before !== undefined) return before;
				const { statusReason } = row.json;
				const reason = typeof statusReason === 'string' ? statusReason : '';
				reasons.set(row, reason);
				return reason;
			},
		};
	}

	#tell(): void {
		if (this.#answers.size === 0) return;
		const { presenter } = this.#around;
		const filters = this.#material?.filters ?? new Map();
		const { complete, rows } = this.#counted ?? { complete: true, rows: [] };
		const loaded = complete ? undefined : rows.length;
		this.#charts = questions.flatMap(({ id }) => {
			const answer = this.#answers.get(id);
			const columns = this.columnsOf(id);
			const own = new Map([...filters].filter(([column]) => columns.has(column)));
			return answer ? [chartOf(id, answer, { presenter, filters: own, loaded })] : [];
		});
		this.#around.changed();
	}
}

function isFilteredSame({ filters: one }: OverviewMaterial, { filters: other }: OverviewMaterial): boolean {
	return (
		one === other ||
		(one.size === other.size && [...one].every(([column, filter]) => isSameFilter(filter, other.get(column))))
	);
}

/** Whether rows have only been added, as far as that can be told at once. */
function isMore(before: OverviewMaterial, now: OverviewMaterial): boolean {
	return (
		before.rows.length > 0 &&
		now.rows.length >= before.rows.length &&
		before.rows[0] === now.rows[0] &&
		isFilteredSame(before, now)
	);
}
