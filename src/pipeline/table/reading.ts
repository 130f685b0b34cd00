import type { ColumnContext, TableColumn } from '../columns/column.ts';
import { usualColumns } from '../columns/columns.ts';
import { plainTable, type TableWishes } from '../wishes/table.ts';
import type { TableAround } from './around.ts';
import { TableMemory } from './memory.ts';
import { type RowTest, testsFor } from './tests.ts';

/** How rows are read: the columns that are shown, for whom they are put into words, and what was read before. */
export class Reading {
	readonly memory = new TableMemory();
	readonly #around: Pick<TableAround, 'context'>;
	#wishes: TableWishes = plainTable;
	#columns: readonly TableColumn[] = usualColumns;
	#presenter: ColumnContext['presenter'] | undefined;
	#tests: ReadonlyMap<string, RowTest> | undefined;

	constructor(around: Pick<TableAround, 'context'>) {
		this.#around = around;
	}

	/** Those that are shown, in their order, as wide as the user wants them; the usual ones where none is wanted. */
	get columns(): readonly TableColumn[] {
		return this.#columns;
	}

	/** As of now. Somebody else reads once it has another presenter. */
	get context(): ColumnContext {
		const context = this.#around.context();
		if (this.#presenter && this.#presenter !== context.presenter) this.forget();
		this.#presenter = context.presenter;
		return context;
	}

	/** What the filters want, by column, as of when it was asked for first. */
	get tests(): ReadonlyMap<string, RowTest> {
		this.#tests ??= testsFor(this.#wishes.filters, (id) => this.memory.column(id), this.context);
		return this.#tests;
	}

	/** @returns whether other columns are shown, or in another order */
	wish(wishes: TableWishes): boolean {
		const before = this.#columns;
		this.#wishes = wishes;
		this.#tests = undefined;
		this.#arrange();
		return (
			before.length !== this.#columns.length || before.some(({ id }, at) => id !== this.#columns[at]?.id)
		);
	}

	/** Time has gone by, or rows have come. */
	renew(): void {
		this.#tests = undefined;
	}

	/** All words are other ones. */
	forget(): void {
		this.memory.clear();
		this.#tests = undefined;
		this.#arrange();
	}

	#arrange(): void {
		const wished = this.#wishes.columns.flatMap(({ id, width }) => {
			const column = this.memory.column(id);
			return column ? [{ ...column, width }] : [];
		});
		this.#columns = wished.length > 0 ? wished : usualColumns;
	}
}
