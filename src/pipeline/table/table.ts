import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Worth } from '../../listing/arranging/worth.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';
import type { ColumnValue, Line } from '../messages/lines.ts';
import { isPlain, plainTable, type TableWishes } from '../wishes/table.ts';
import type { TableAround } from './around.ts';
import { arranged } from './arranged.ts';
import { isSame } from './isSame.ts';
import { Layout } from './layout.ts';
import { lineFor } from './line.ts';
import { OpenGroups } from './openGroups.ts';
import { Reading } from './reading.ts';
import { totalsOf, worthIn } from './sums.ts';
import { Turns } from './turns.ts';
import { valuesIn } from './values.ts';
import { type Group, matchingIn, rowsIn, type View } from './view.ts';

/**
 * The rows of the pipeline page, put into order, filtered and grouped as the user wants, in slices that hold nobody up. While that
 * goes on, the lines of before stay; what they are of, the stamp says.
 */
export class Table {
	readonly #around: TableAround;
	readonly #reading: Reading;
	#wishes: TableWishes = plainTable;
	#rows: readonly ListedReferral[] = [];
	#view: View = { rows: [], places: undefined, grouped: undefined };
	/** What all that match are worth; undefined as long as that isn't known. */
	#worth: readonly Worth[] | undefined;
	#layout = new Layout(this.#view, () => true);
	#stamp = 0;
	/** Ends the run that goes on. */
	#run: AbortController | undefined;
	/** Whether it works on lines. */
	#isArranging = false;
	/** Whether rows have come that the run doesn't know of. */
	#isBehind = false;
	#isOver = false;
	readonly #open = new OpenGroups();

	constructor(around: TableAround) {
		this.#around = around;
		this.#reading = new Reading(around);
	}

	get wishes(): TableWishes {
		return this.#wishes;
	}

	/** Another one whenever lines are. */
	get stamp(): number {
		return this.#stamp;
	}

	/** Those that are shown, in their order, as wide as the user wants them. */
	get columns(): readonly TableColumn[] {
		return this.#reading.columns;
	}

	/** What words of rows follow from besides them, as of now. */
	get context(): ColumnContext {
		return this.#reading.context;
	}

	/** Rows and groups that can be scrolled to. */
	get lineCount(): number {
		return this.#layout.count;
	}

	/** How many rows are shown, or in groups that are closed. */
	get matching(): number {
		return matchingIn(this.#view);
	}

	/** Whether rows are being put into order, so that lines will be other ones soon. */
	get busy(): boolean {
		return this.#isArranging;
	}

	/** How the user wants the table from now on. */
	wish(wishes: TableWishes): void {
		const before = this.#wishes;
		this.#wishes = wishes;
		if (this.#reading.wish(wishes)) this.#stamp++;
		const arranging = ({ sort, filters, groupedBy }: TableWishes) => [sort, [...filters], groupedBy];
		if (!isSame(arranging(before), arranging(wishes))) this.#start();
	}

	/** Rows have come, gone or changed: all that there are now, in the order of the tree. */
	show(rows: readonly ListedReferral[]): void {
		this.#rows = rows;
		// What goes on comes to its end first, so that there is one while more and more comes.
		if (this.#run && !isPlain(this.#wishes)) this.#isBehind = true;
		else this.#start();
	}

	/** Words are other ones: another language, a mask, a day, other rules; all is worked out anew. */
	refresh(): void {
		this.#reading.forget();
		this.#stamp++;
		this.#start();
	}

	/** Words of lines are other ones: time has passed, or something is selected; nothing is worked out anew. */
	touch(): void {
		this.#stamp++;
		this.#around.changed();
	}

	/** @param from the first line @param isSelected whether the user has selected a referral */
	lines(from: number, count: number, isSelected: (id: string) => boolean): readonly Line[] {
		const { columns, context } = this.#reading;
		const ground = { columns, context, isSelected, worthOf: (group: Group) => this.#layout.worthOf(group) };
		const end = Math.min(this.lineCount, from + count);
		const lines: Line[] = [];
		for (let line = from; line < end; line++) {
			const what = this.#layout.at(line);
			if (what) lines.push(lineFor(what, ground));
		}
		return lines;
	}

	rowAt(line: number): ListedReferral | undefined {
		return this.#layout.rowsBetween(line, line)[0];
	}

	/** The first line of a referral; undefined where it has none. */
	lineOf(id: string): number | undefined {
		return this.#layout.lineOf(id, this.#around.stateOf?.(id));
	}

	/** The rows from a line to another, which may be above it, both included; each once. */
	rowsBetween(line: number, other: number): readonly ListedReferral[] {
		return this.#layout.rowsBetween(line, other);
	}

	/** All that match, in their order, each once, also those of groups that are closed. */
	shown(): Iterable<ListedReferral> {
		return rowsIn(this.#view);
	}

	/** Opens or closes a group. */
	toggleGroup(key: string): void {
		this.#open.toggle(key);
		this.#lay();
		this.#around.changed();
	}

	/** A cell for each column: how many match, and what they are worth in each currency, as soon as that is known. */
	totals(): readonly string[] {
		const { presenter } = this.#reading.context;
		return totalsOf(this.columns, this.matching, this.#worth, presenter);
	}

	/** The values of a column in what passes the filters of the others, the most frequent first. */
	async values(id: string): Promise<{ readonly values: readonly ColumnValue[]; readonly more: boolean }> {
		const column = this.#reading.memory.column(id);
		if (!column?.values) return { values: [], more: false };
		const turns = new Turns(this.#around, new AbortController().signal);
		const context = this.#reading.context;
		const tests = [...this.#reading.tests].flatMap(([other, test]) => (other === id ? [] : test));
		return valuesIn(column.values, { rows: this.#rows, tests, context, turns });
	}

	/** Whether a row passes all filters but those of some columns. */
	matches(row: ListedReferral, without: ReadonlySet<string>): boolean {
		for (const [id, test] of this.#reading.tests) if (!without.has(id) && !test(row)) return false;
		return true;
	}

	/** Nothing changes any more. */
	dispose(): void {
		this.#isOver = true;
		this.#end();
	}

	#end(): void {
		this.#run?.abort();
		[this.#run, this.#isArranging] = [undefined, false];
	}

	#start(): void {
		if (this.#isOver) return;
		this.#run?.abort();
		const run = new AbortController();
		this.#run = run;
		this.#isBehind = false;
		this.#isArranging = !isPlain(this.#wishes);
		this.#reading.renew();
		if (isPlain(this.#wishes)) this.#turnTo({ rows: this.#rows, places: undefined, grouped: undefined });
		this.#around.changed();
		void this.#arrange(run);
	}

	/** First the rows, then what they are worth, which nobody waits for. */
	async #arrange(run: AbortController): Promise<void> {
		const turns = new Turns(this.#around, run.signal);
		try {
			// Several wishes of one turn are one.
			await turns.rest();
			const ground = {
				rows: this.#rows,
				memory: this.#reading.memory,
				context: this.#reading.context,
				turns,
			};
			const view = isPlain(this.#wishes) ? this.#view : await arranged(this.#wishes, ground);
			if (run !== this.#run) return;
			if (view !== this.#view) this.#publish(view);
			const worth = await worthIn(view, turns);
			if (run === this.#run) this.#finish(worth);
		} catch (error) {
			if (run !== this.#run) return;
			// Nobody waits for what won't come.
			this.#end();
			this.#around.changed();
			throw error;
		}
	}

	#publish(view: View): void {
		this.#isArranging = false;
		this.#turnTo(view);
		this.#around.changed();
	}

	#finish(worth: readonly Worth[]): void {
		this.#run = undefined;
		this.#worth = worth;
		if (this.#isBehind) this.#start();
		else this.#around.changed();
	}

	#turnTo(view: View): void {
		this.#view = view;
		this.#worth = undefined;
		if (view.grouped) this.#open.meet(view.grouped);
		this.#lay();
	}

	#lay(): void {
		this.#layout = new Layout(this.#view, (group) => this.#open.has(group));
		this.#stamp++;
	}
}
