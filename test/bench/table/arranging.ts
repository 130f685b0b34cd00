import { strict as assert } from 'node:assert';
import { setTimeout as after } from 'node:timers/promises';
import { rulesAt } from '../../../src/listing/arranging/lenses.ts';
import type { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import type { ColumnContext } from '../../../src/pipeline/columns/column.ts';
import { Table } from '../../../src/pipeline/table/table.ts';
import { plainTable, type TableWishes } from '../../../src/pipeline/wishes/table.ts';
import { usualAttention } from '../../../src/referral/attention/wishes.ts';
import { systemClock } from '../../../src/referral/clock.ts';
import { Presenter } from '../../../src/referral/presenter.ts';
import { folded } from '../../../src/text/folded.ts';
import type { Figure } from '../samples.ts';
import { loadedRows } from './rows.ts';
import { Slices } from './slices.ts';

/** A row as an array of whoever writes it by hand would have it. */
interface PlainRow {
	readonly value: number;
	readonly customer: string;
	readonly stage: string;
}

interface Wish {
	/** The figure that it belongs to. */
	readonly id: string;
	readonly name: string;
	readonly wishes: Partial<TableWishes>;
	readonly limit: string;
	/** The same with arrays. */
	readonly bare: (rows: readonly PlainRow[]) => unknown;
}

const twoFrames = 2000 / 60;
const warmUp = 3;
const [from, to] = [50_000, 500_000];

const wished: readonly Wish[] = [
	{
		...{ id: 'table sort', name: 'by value', limit: '`toSorted` by a number' },
		wishes: { sort: [{ column: 'details.dealValue', descending: true }] },
		bare: (rows) => rows.toSorted((one, other) => other.value - one.value),
	},
	{
		...{ id: 'table sort', name: 'by customer', limit: '`toSorted` by a text' },
		wishes: { sort: [{ column: 'customerProfile.name', descending: false }] },
		bare: (rows) => rows.toSorted((one, other) => compared(one.customer, other.customer)),
	},
	{
		...{ id: 'table filter', name: 'by a range of values', limit: '`filter` by a range' },
		wishes: { filters: new Map([['details.dealValue', { kind: 'numbers', from, to }]]) },
		bare: (rows) => rows.filter(({ value }) => value >= from && value <= to),
	},
	{
		...{ id: 'table filter', name: 'by a word of the customer', limit: '`filter` by `includes`' },
		wishes: { filters: new Map([['customerProfile.name', { kind: 'words', words: 'contoso' }]]) },
		bare: (rows) => rows.filter(({ customer }) => customer.includes('contoso')),
	},
	{
		...{ id: 'table group', name: 'by stage', limit: '`toSorted` by a text' },
		wishes: { groupedBy: 'stage' },
		bare: (rows) => rows.toSorted((one, other) => compared(one.stage, other.stage)),
	},
	{
		...{ id: 'table group', name: 'by customer', limit: '`toSorted` by a text' },
		wishes: { groupedBy: 'customerProfile.name' },
		bare: (rows) => rows.toSorted((one, other) => compared(one.customer, other.customer)),
	},
];

/** Puts 100,000 loaded rows into order as the pipeline page does, each time as if for the first time, and as arrays do. */
export async function measureArranging(rounds: number): Promise<readonly Figure[]> {
	const rows = await loadedRows(100_000);
	const plain = rows.map(plainRow);
	const figures: Figure[] = [];
	for (const { id, name, wishes, limit, bare } of wished) {
		const [ours, held, bares]: [number[], number[], number[]] = [[], [], []];
		for (let round = 0; round < warmUp + rounds; round++) {
			// What the round before has left behind is nobody else's.
			await after(50);
			const { took, longest } = await arrange(rows, wishes);
			ours.push(took);
			held.push(longest);
			const start = performance.now();
			bare(plain);
			bares.push(performance.now() - start);
		}
		const samples = { ours: ours.slice(warmUp), limit: bares.slice(warmUp) };
		figures.push({ ...{ id, limit, samples }, ours: `${what[id]} ${name}`, aim: 2, unit: 'ms' });
		const slices = held.slice(warmUp);
		figures.push({
			...{ id: `${id} held`, ours: `the longest slice of that, ${name}`, limit: 'two frames' },
			...{ aim: 1, unit: 'ms', samples: { ours: slices, limit: slices.map(() => twoFrames) } },
		});
	}
	return figures;
}

const what: Readonly<Record<string, string>> = {
	'table sort': 'sorting 100,000 rows',
	'table filter': 'filtering 100,000 rows',
	'table group': 'grouping 100,000 rows',
};

/** @returns in milliseconds, how long it took all in all, and its longest slice */
async function arrange(
	rows: readonly ListedReferral[],
	wishes: Partial<TableWishes>,
): Promise<{ readonly took: number; readonly longest: number }> {
	const slices = new Slices();
	const context = contextNow();
	let told = () => {};
	const table = new Table({
		...{ rest: slices.rest, elapsed: () => performance.now(), context: () => context },
		changed: () => told(),
	});
	table.show(rows);
	const settled = new Promise<void>((resolve) => {
		told = () => table.totals().some((text) => text.includes('$')) && resolve();
	});
	await settled;
	slices.takeLongest();
	const start = performance.now();
	const arranged = new Promise<void>((resolve) => {
		told = () => !table.busy && resolve();
	});
	table.wish({ ...plainTable, ...wishes });
	await arranged;
	const took = performance.now() - start;
	const longest = slices.takeLongest();
	assert.ok(table.matching > 0 && table.lineCount > 0, 'Nothing is shown.');
	table.dispose();
	return { took, longest };
}

function contextNow(): ColumnContext {
	const now = Date.now();
	const attention = { wishes: usualAttention, disagrees: () => false, isQuiet: () => false };
	return {
		presenter: new Presenter({ locale: 'en', clock: systemClock(globalThis) }),
		now,
		rulesOf: (row) => rulesAt(row, now, attention),
		markOf: () => undefined,
		...{ soonDays: 3, fiscalYearStart: 7 },
	};
}

function plainRow({ value, customer, referral }: ListedReferral): PlainRow {
	return { value, customer: folded(customer), stage: `${referral.status} ${referral.substatus}` };
}

function compared(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
