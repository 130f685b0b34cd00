import { setImmediate as allPromises } from 'node:timers/promises';
import fc from 'fast-check';
import type { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import type { ColumnContext } from '../../../../src/pipeline/columns/column.ts';
import { Table } from '../../../../src/pipeline/table/table.ts';
import { plainTable, type TableWishes } from '../../../../src/pipeline/wishes/table.ts';
import { contextOf, rowOf } from '../columns/around.ts';

/** A table whose runs go on only when a test lets them, and whose time goes by whenever somebody looks at it. */
export class TableWorld {
	readonly table: Table;
	context: ColumnContext = contextOf();
	/** How often it was told that something is other. */
	changes = 0;
	/** The most times that somebody looked at the time between two rests. */
	longestSlice = 0;
	#time = 0;
	#rested = 0;
	readonly #waiting: (() => void)[] = [];

	constructor() {
		this.table = new Table({
			rest: () => {
				this.#slice();
				return new Promise((resume) => this.#waiting.push(resume));
			},
			elapsed: () => ++this.#time,
			context: () => this.context,
			changed: () => this.changes++,
		});
	}

	/** Lets whoever rests go on, so many times. */
	async turn(times = 1): Promise<void> {
		for (let time = 0; time < times; time++) {
			this.#rested = this.#time;
			for (const resume of this.#waiting.splice(0)) resume();
			// What goes on without a rest takes only promises.
			await allPromises();
			this.#slice();
		}
	}

	/** Until nobody rests any more. */
	async settle(): Promise<void> {
		do await this.turn();
		while (this.#waiting.length > 0);
	}

	#slice(): void {
		this.longestSlice = Math.max(this.longestSlice, this.#time - this.#rested);
	}
}

/** What a test knows of a row. */
export interface Plain {
	readonly id: string;
	readonly customer: string;
	readonly value: number | undefined;
	readonly currency: string;
	readonly country: string;
	readonly team: readonly string[];
	/** In days since 1 January 2026. */
	readonly updated: number | undefined;
}

const begin = Date.UTC(2026, 0, 1);
export const day = 86_400_000;
export const instantOf = (days: number): number => begin + days * day;

const made = new WeakMap<Plain, ListedReferral>();

/** The row of it, the same each time. */
export function listed(plain: Plain): ListedReferral {
	const { id, customer, value, currency, country, team, updated } = plain;
	const row =
		made.get(plain) ??
		rowOf({
			...{ id, customerProfile: { name: customer, address: { country } } },
			...{ details: { dealValue: value, currency }, team: team.map((email) => ({ email })) },
			...(updated !== undefined && { updatedDateTime: new Date(instantOf(updated)).toISOString() }),
		});
	made.set(plain, row);
	return row;
}

const customers = ['Contoso', 'contoso  ltd', 'Fabrikam', 'Ångström', 'Zed', '', 'A. Datum'];
const countries = ['DE', 'de', 'PL', 'US', ''];
const mails = ['ada@contoso.com', 'Bo@contoso.com', 'bo@contoso.com', 'cy@contoso.com'];

export const plainRow: fc.Arbitrary<Plain> = fc.record({
	id: fc.uuid(),
	customer: fc.constantFrom(...customers),
	value: fc.option(fc.constantFrom(0, -5, 10, 10.5, 1e9, 77), { nil: undefined }),
	currency: fc.constantFrom('EUR', 'USD', ''),
	country: fc.constantFrom(...countries),
	team: fc.array(fc.constantFrom(...mails), { maxLength: 3 }),
	updated: fc.option(
		fc.integer({ min: -3, max: 3 }).map((days) => days + 0.5),
		{ nil: undefined },
	),
});

export const plainRows = fc.uniqueArray(plainRow, { selector: ({ id }) => id, maxLength: 40 });

const range = fc
	.record({ from: fc.constantFrom(-5, 0, 10), to: fc.constantFrom(10, 10.5, 100) }, { requiredKeys: [] })
	.map((ends) => ({ kind: 'numbers', ...ends }) as const);
const days = fc
	.record(
		{ from: fc.integer({ min: -2, max: 1 }), to: fc.integer({ min: -1, max: 2 }) },
		{ requiredKeys: [] },
	)
	.map(
		({ from, to }) =>
			({
				kind: 'days',
				...(from !== undefined && { from: instantOf(from) }),
				...(to !== undefined && { to: instantOf(to) }),
			}) as const,
	);
const valuesOf = (values: readonly string[]) =>
	fc.record({
		kind: fc.constant('values' as const),
		values: fc.subarray([...values], { minLength: 1 }),
		not: fc.boolean(),
	});
const words = fc
	.constantFrom('con', 'o', 'LTD con', 'angstrom', 'zz')
	.map((text) => ({ kind: 'words', words: text }) as const);

export const anyWishes: fc.Arbitrary<TableWishes> = fc
	.record({
		sort: fc.uniqueArray(
			fc.record({
				column: fc.constantFrom(
					...[
						'customerProfile.name',
						'details.dealValue',
						'updatedDateTime',
						'customerProfile.address.country',
					],
				),
				descending: fc.boolean(),
			}),
			{ selector: ({ column }) => column, maxLength: 3 },
		),
		filters: fc.record(
			{
				'customerProfile.name': words,
				'details.dealValue': range,
				updatedDateTime: days,
				'customerProfile.address.country': valuesOf(countries),
				colleagues: valuesOf([...mails, '']),
			},
			{ requiredKeys: [] },
		),
		groupedBy: fc.constantFrom(
			'',
			'',
			'customerProfile.address.country',
			'colleagues',
			'customerProfile.name',
		),
	})
	.map(({ filters, ...wishes }) => ({ ...plainTable, ...wishes, filters: new Map(Object.entries(filters)) }));
