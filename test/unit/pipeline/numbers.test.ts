import assert from 'node:assert/strict';
import { setImmediate as later } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { csvExport } from '../../../src/export/csv.ts';
import { exportEntries } from '../../../src/export/entries.ts';
import { exportSource } from '../../../src/export/source.ts';
import { exportSteps } from '../../../src/export/steps.ts';
import type { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import type { Exploration } from '../../../src/listing/exploration.ts';
import { Table } from '../../../src/pipeline/table/table.ts';
import { filtersOf } from '../../../src/pipeline/wishes/ofBranch.ts';
import { plainTable, type TableWishes } from '../../../src/pipeline/wishes/table.ts';
import { pairs } from '../../../src/referral/pair.ts';
import type { SampleReferral } from '../../../src/sample/invent/sampleReferral.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { noReasons } from '../export/exportedText.ts';
import { exploringOn, feedIn, loadWhole } from '../listing/exploring.ts';
import { FakeSend } from '../partner/fakeSend.ts';
import { now, tenant } from '../sample/sampleAsk.ts';
import { contextAt, counted, plain } from './overview/counting.ts';

/** What is counted of each kind of referrals: how many there are, and what they are worth by currency. */
interface Count {
	count: number;
	readonly worth: Map<string, number>;
}

const none: Count = { count: 0, worth: new Map() };

type Row = Readonly<Record<string, string>>;

/** The same numbers of the same rows, as each surface has them; a plain loop over what the service has is the judge. */
describe('the numbers of the sample tenant', function () {
	this.timeout(60_000);
	const expected = recount(tenant.referrals);
	let exploration: Exploration;
	let rows: readonly ListedReferral[];

	before(async () => {
		({ exploration } = exploringOn(new FakeSend(sampleSend(tenant)).client));
		for (const { key } of exploration.partitions) await loadWhole(feedIn(exploration, key));
		rows = [...exploration.arrangement.values()]
			.filter(({ lens, partitions }) => !lens && partitions.length > 0)
			.flatMap((branch) => branch.rows);
	});

	it('is of everything that there is', () => {
		assert.equal(rows.length, tenant.referrals.length);
		assert.ok(expected.size > 5);
	});

	it('are in the tree', () => {
		const found = new Map<string, Count>();
		for (const { key } of pairs) {
			const branch = exploration.arrangement.get(key) ?? assert.fail(key);
			assert.ok(branch.complete, key);
			assert.equal(branch.matching, branch.rows.length);
			found.set(key, countOf(branch.rows));
		}
		agree(found, expected);
	});

	it('are in the table, as totals of what each group leaves', async () => {
		const table = new TableInHand(rows);
		for (const { key, status, substatus } of pairs) {
			await table.wish({ filters: filtersOf({ status, substatus }) });
			const shown = expected.get(key) ?? none;
			assert.equal(table.total, shown.count, key);
			assert.deepEqual(countOf(table.shown), rounded(shown), key);
		}
		await table.wish({});
		assert.equal(table.total, tenant.referrals.length);
	});

	it('are in the table, as counts of groups', async () => {
		const table = new TableInHand(rows);
		await table.wish({ groupedBy: 'status' });
		const counts = new Map<string, number>();
		for (const { status } of tenant.referrals) counts.set(status, (counts.get(status) ?? 0) + 1);
		const groups = table.groups.map(({ label, count }) => [label, count] as const);
		assert.deepEqual(new Map(groups), counts);
	});

	it('are in the charts', async () => {
		const counting = await counted(rows, { now: now.getTime() });
		const found = new Map<string, number>();
		for (const { id, value } of counting.chart('stands').marks) {
			const pair = id.slice(id.indexOf('/') + 1);
			const known = pairs.find(({ key }) => key.toLowerCase() === pair.toLowerCase());
			found.set(known?.key ?? 'other', (found.get(known?.key ?? 'other') ?? 0) + value);
		}
		assert.deepEqual(found, new Map([...expected].map(([pair, { count }]) => [pair, count])));
		const ended = counting.chart('outcome').marks.reduce((all, { value }) => all + value, 0);
		const closed = pairs
			.filter(({ status }) => status === 'Closed')
			.map(({ key }) => expected.get(key)?.count ?? 0);
		assert.equal(
			ended,
			closed.reduce((all, count) => all + count, 0),
		);
	});

	it('are in the file of everything', () => {
		const source = exportSource(exploration, 'everything', () => now.getTime());
		const text = [...exportSteps(exportEntries(source), csvExport(noReasons))]
			.map((step) => step.text)
			.join('');
		const written: readonly Row[] = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
		assert.equal(written.length, tenant.referrals.length);
		agree(recount(written.map(asSent)), expected);
		source.dispose();
	});

	it('are in the file of each group', () => {
		for (const { key } of pairs) {
			const source = exportSource(exploration, { branch: key }, () => now.getTime());
			assert.equal(exportEntries(source).length, expected.get(key)?.count ?? 0, key);
			source.dispose();
		}
	});
});

/** By status and substatus, without any of our own code but the names of those that are known. */
function recount(
	all: readonly Pick<SampleReferral, 'status' | 'substatus' | 'details'>[],
): Map<string, Count> {
	const found = new Map<string, Count>();
	for (const { status, substatus, details } of all) {
		const known = pairs.find((pair) => pair.status === status && pair.substatus === substatus);
		const sum = found.get(known?.key ?? 'other') ?? { count: 0, worth: new Map() };
		found.set(known?.key ?? 'other', sum);
		sum.count++;
		const { dealValue, currency } = { ...details };
		// Somebody wrote "usd".
		const money = `${currency ?? ''}`.toUpperCase();
		// And one value came as a text.
		const value = typeof dealValue === 'string' ? Number(dealValue) : dealValue;
		if (typeof value === 'number') sum.worth.set(money, (sum.worth.get(money) ?? 0) + value);
	}
	return found;
}

function countOf(rows: readonly ListedReferral[]): Count {
	const worth = new Map<string, number>();
	for (const { value, currency } of rows)
		if (!Number.isNaN(value)) worth.set(currency, (worth.get(currency) ?? 0) + value);
	return rounded({ count: rows.length, worth });
}

/** Sums of fractions depend on their order. */
function rounded({ count, worth }: Count): Count {
	const sums = [...worth].map(([currency, value]) => [currency, Math.round(value * 100) / 100] as const);
	return { count, worth: new Map(sums.toSorted(([one], [other]) => (one < other ? -1 : 1))) };
}

function agree(found: ReadonlyMap<string, Count>, expected: ReadonlyMap<string, Count>): void {
	for (const { key } of pairs)
		assert.deepEqual(rounded(found.get(key) ?? none), rounded(expected.get(key) ?? none), key);
}

/** A row of a file, as the service sent it. */
function asSent(row: Row) {
	const value = row['Estimated Value'] ?? assert.fail(Object.keys(row).join());
	return {
		status: row['Partner Referral Status'] ?? '',
		substatus: row['Partner Referral Substatus'] ?? '',
		details: { currency: row['Currency'], ...(value !== '' && { dealValue: Number(value) }) },
	};
}

/** The real table. */
class TableInHand {
	readonly #table = new Table({
		rest: () => later(),
		elapsed: () => performance.now(),
		context: () => context,
		changed: () => {},
	});

	constructor(rows: readonly ListedReferral[]) {
		this.#table.show(rows);
	}

	async wish(wishes: Partial<TableWishes>): Promise<void> {
		this.#table.wish({ ...plainTable, ...wishes });
		do await later();
		while (this.#table.busy);
	}

	get shown(): readonly ListedReferral[] {
		return [...this.#table.shown()];
	}

	/** What the row of totals says how many there are. */
	get total(): number {
		return Number(plain(this.#table.totals()[0] ?? '').replaceAll(/\D/g, ''));
	}

	get groups(): readonly { readonly label: string; readonly count: number }[] {
		const lines = this.#table.lines(0, this.#table.lineCount, () => false);
		return lines.flatMap((line) =>
			line.kind === 'group'
				? { label: line.label, count: Number(/[\d,]+/.exec(line.text)?.[0].replaceAll(',', '')) }
				: [],
		);
	}
}

const context = contextAt(now.getTime());
