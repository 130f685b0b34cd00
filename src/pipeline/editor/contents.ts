import { presenting } from '../../editor/presenting.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Alarm } from '../../referral/clock.ts';
import type { ColumnContext } from '../columns/column.ts';
import { Material } from '../material/material.ts';
import { Overview } from '../overview/overview.ts';
import { Selection } from '../selection/selection.ts';
import { Table } from '../table/table.ts';
import { Turns } from '../table/turns.ts';
import type { TableWishes } from '../wishes/table.ts';
import { loadedOf } from './cover.ts';
import type { Surroundings } from './surroundings.ts';

/** Words of time are told in minutes at the finest. */
const minute = 60_000;

const time = {
	rest: () => new Promise<void>((resolve) => setImmediate(resolve)),
	elapsed: () => performance.now(),
};

/** What the page shows of what has come: the table, the charts, and what is selected. */
export class Contents {
	readonly table: Table;
	readonly overview: Overview;
	readonly selection = new Selection();
	readonly presenter = presenting();
	readonly #around: Surroundings;
	readonly #material: Material;
	readonly #subscription: { dispose(): void };
	#rows: readonly ListedReferral[] = [];
	#alarm: Alarm | undefined;
	/** Whether anybody can be told. */
	#isMade = false;

	/** @param told hears that something is shown otherwise, but not while this is made */
	constructor(around: Surroundings, wishes: TableWishes, told: () => void) {
		const changed = () => {
			if (this.#isMade) told();
		};
		this.#around = around;
		this.table = new Table({
			...{ ...time, changed, context: () => this.context() },
			stateOf: (id) => around.browsing.exploration?.session.store.get(id),
		});
		this.table.wish(wishes);
		this.overview = new Overview({
			...{ ...time, changed, presenter: this.presenter, now: () => this.presenter.now },
			fiscalYearStart: () => around.day().fiscalYearStart,
		});
		const { browsing, changes } = around;
		this.#subscription = changes.onDidChange(() => this.table.touch());
		this.#material = new Material(browsing, this.presenter.clock, (rows) => this.#come(rows));
		this.#material.look();
		this.#tick();
		this.#isMade = true;
	}

	/** For work that nobody ends but who began it. */
	turns(): Turns {
		return new Turns(time, new AbortController().signal);
	}

	/** What words of rows follow from besides them. */
	context(): ColumnContext {
		const { browsing, changes, day } = this.#around;
		const picking = browsing.exploration?.picking;
		return {
			...{ presenter: this.presenter, now: this.presenter.now, ...day() },
			rulesOf: (row) => picking?.rulesOf(row) ?? [],
			markOf: (id) => changes.markOf(id),
		};
	}

	/** What an action means that was begun on a row, as it is shown from top to bottom. */
	meant(id: string): readonly string[] {
		return this.selection.meant(id, () => this.#shownIds());
	}

	/** The rows that are selected, from top to bottom. */
	get selected(): readonly string[] {
		return this.selection.inOrder(this.#shownIds());
	}

	/** Words are other ones. */
	refresh(): void {
		this.table.refresh();
		this.overview.refresh();
	}

	wish(wishes: TableWishes): void {
		this.table.wish(wishes);
		this.#count();
	}

	dispose(): void {
		this.#alarm?.dispose();
		this.#subscription.dispose();
		this.#material.dispose();
		this.table.dispose();
		this.overview.dispose();
	}

	#shownIds(): readonly string[] {
		return Array.from(this.table.shown(), ({ id }) => id);
	}

	#come(rows: readonly ListedReferral[]): void {
		this.#rows = rows;
		const { store } = this.#around.browsing.exploration?.session ?? {};
		this.selection.keep((id) => store?.get(id) !== undefined);
		this.table.show(rows);
		this.#count();
	}

	/** Charts that are folded away have nothing in them: nobody sees them, and they would be of another day once somebody does. */
	#count(): void {
		const rows = this.table.wishes.chartsOpen ? this.#rows : [];
		const { complete } = loadedOf(this.#around.browsing.exploration);
		const matches = (row: ListedReferral, without: ReadonlySet<string>) => this.table.matches(row, without);
		this.overview.count({ rows, matches, filters: this.table.wishes.filters, complete });
	}

	#tick(): void {
		const { clock } = this.presenter;
		this.#alarm = clock.at(clock.now() + minute, () => {
			this.table.touch();
			this.#tick();
		});
	}
}
