import assert from 'node:assert/strict';
import { setImmediate as later } from 'node:timers/promises';
import type { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { worthOf } from '../../../../src/listing/arranging/worth.ts';
import { type Chart, type ChartId, chartIds } from '../../../../src/pipeline/messages/chart.ts';
import { Table } from '../../../../src/pipeline/table/table.ts';
import { plainTable } from '../../../../src/pipeline/wishes/table.ts';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { now as sampleNow, tenant } from '../../sample/sampleAsk.ts';
import { type Counting, contextAt, counted, type Filters, rowsOf } from './counting.ts';

const now = sampleNow.getTime();
const day = 86_400_000;
const { referrals } = tenant;
const rows = rowsOf(referrals);
/** What can be chosen of each chart, besides what it shows at first. */
const choices: readonly (readonly [ChartId, ...string[]])[] = [
	['stands', 'count'],
	['stands', '=usd'],
	['stands', '=zzz'],
	['stands', '='],
	['closes', 'count'],
	['closes', '=eur', 'quarter'],
	['expires'],
	['age'],
	['where'],
	['where', 'category', '=usd'],
	['where', 'solutionArea'],
	['where', 'colleague'],
	['where', 'colleague', '=jpy'],
	['outcome'],
	['reasons'],
	['answers'],
];

/** Of each chart what a bare loop over the JSON of the service finds, by place and series. */
const recounts: Readonly<Record<ChartId, (referral: SampleReferral) => string | readonly string[]>> = {
	stands: ({ status, substatus }) => {
		const known = ['New', 'Active', 'Closed'].includes(status) ? status : 'other';
		return `${known}/${status}/${substatus}`.replace(/(?<=\/).*/, (text) => text.toLowerCase());
	},
	closes: ({ status, details }) => {
		if (status !== 'New' && status !== 'Active') return [];
		const closing = details?.['closingDateTime'];
		if (typeof closing !== 'string') return 'ahead/none';
		if (closing < '2025-09') return 'overdue/earlier';
		return `${closing.slice(0, 10) < '2026-03-15' ? 'overdue' : 'ahead'}/${closing.slice(0, 7)}`;
	},
	expires: ({ status, expirationDateTime }) => {
		const date = `${expirationDateTime}`.slice(0, 10);
		const isNear = date >= '2026-03-15' && date <= '2026-04-13';
		return status === 'New' && isNear ? `new/${date}` : [];
	},
	age: ({ status, createdDateTime, acceptedDateTime }) => {
		const since = status === 'New' ? createdDateTime : status === 'Active' ? acceptedDateTime : undefined;
		if (typeof since !== 'string') return [];
		const days = Math.floor((now - Date.parse(since)) / day);
		return `${status}/${[91, 61, 31, 15, 8, 0].find((from) => days >= from)}`;
	},
	where: ({ customerProfile }) => `all/=${`${customerProfile.address?.['country']}`.toLowerCase()}`,
	outcome: (referral) => (referral.status === 'Closed' ? endOf(referral) : []),
	reasons: ({ status, substatus, statusReason }) => {
		if (status !== 'Closed' || !['Lost', 'Declined'].includes(substatus)) return [];
		return `${substatus}/${typeof statusReason === 'string' ? `=${statusReason.toLowerCase()}` : 'none'}`;
	},
	answers: ({ acceptedDateTime }) =>
		typeof acceptedDateTime === 'string' ? `median/${monthOf(acceptedDateTime)}` : [],
};

function endOf({ substatus, closedDateTime, updatedDateTime }: SampleReferral): string | readonly string[] {
	if (!['Won', 'Lost', 'Declined', 'Expired'].includes(substatus)) return [];
	const closed = `${closedDateTime}`;
	return `${substatus}/${monthOf(/^\d{4}/.test(closed) && !closed.startsWith('0001') ? closed : updatedDateTime)}`;
}

/** The sample has nothing after the month in which it is. */
function monthOf(date: unknown): string {
	const month = `${date}`.slice(0, 7);
	return month < '2024-04' ? 'earlier' : month;
}

describe('the charts of the sample', function () {
	this.timeout(60_000);
	let counting: Counting;
	before(async () => {
		counting = await counted(rows, { now, choices: [['closes', 'count']] });
	});

	for (const id of chartIds)
		it(`${id}: agrees with a plain recount`, () => {
			const counts = new Map<string, number>();
			for (const each of referrals.flatMap(recounts[id])) counts.set(each, (counts.get(each) ?? 0) + 1);
			const { marks } = counting.chart(id);
			const found = marks.map((mark) => [mark.id, id === 'answers' ? countIn(mark.spoken) : mark.value]);
			const folded = id === 'where' || id === 'reasons' ? topOf(counts, id === 'where' ? 12 : 10) : counts;
			assert.deepEqual(new Map(found.map(([key, count]) => [key, count])), folded);
		});

	it('sum up to what the tree says', async () => {
		for (const { currency, value } of worthOf(rows)) {
			const money = await counted(rows, { now, choices: [['stands', `=${currency.toLowerCase()}`]] });
			assert.ok(nearly(sumOf(money.chart('stands')), value), currency);
		}
		assert.equal(sumOf(counting.chart('stands')), rows.length);
	});

	for (const [id, ...chosen] of choices)
		it(`${id} ${chosen.join(', ')}: each mark filters the table to just what it counts`, async () => {
			const picked = chosen.map((choice) => [id, choice] as const);
			const { overview } = await counted(rows, { now, choices: picked });
			const chart = overview.charts.find((each) => each.id === id);
			const table = new FilteredTable();
			const measure = (rowsIn: readonly ListedReferral[]) =>
				id === 'answers'
					? medianOf(rowsIn)
					: chosen.some((choice) => choice.startsWith('='))
						? rowsIn.reduce((all, { value }) => all + (Number.isNaN(value) ? 0 : value), 0)
						: rowsIn.length;
			assert.ok(chart && chart.marks.length > 0);
			for (const mark of chart.marks) {
				const filters = overview.filtersOf(id, mark.id);
				assert.ok(filters, mark.id);
				for (const column of filters.keys()) assert.ok(overview.columnsOf(id).has(column), column);
				const left = await table.left(filters);
				assert.ok(nearly(measure(left), mark.value), `${mark.id}: ${measure(left)} of ${mark.value}`);
				assert.equal(left.length, countIn(mark.spoken), mark.id);
			}
		});

	for (const [id, ...chosen] of choices)
		it(`${id} ${chosen.join(', ')}: what a mark counts stays when it is pressed, and it alone is pressed`, async () => {
			const picked = chosen.map((choice) => [id, choice] as const);
			const all = await counted(rows, { now, choices: picked });
			for (const mark of all.chart(id).marks.slice(0, 3)) {
				const filters = all.overview.filtersOf(id, mark.id) ?? new Map();
				const pressed = await counted(rows, { now, choices: picked, filters });
				const { marks, sentence } = pressed.chart(id);
				assert.deepEqual(
					marks.map((each) => ({ ...each, pressed: false })),
					all.chart(id).marks,
				);
				assert.deepEqual(
					marks.filter((each) => each.pressed).map((each) => each.id),
					[mark.id],
				);
				assert.equal(sentence, all.chart(id).sentence);
			}
		});
});

/** The real table with the sample in it. */
class FilteredTable {
	readonly #table = new Table({
		rest: () => later(),
		elapsed: () => performance.now(),
		context: () => contextAtNow,
		changed: () => {},
	});

	constructor() {
		this.#table.show(rows);
	}

	async left(filters: Filters): Promise<readonly ListedReferral[]> {
		this.#table.wish({ ...plainTable, filters });
		while (this.#table.busy) await later();
		return [...this.#table.shown()];
	}
}

const contextAtNow = contextAt(now);

/** The ones with the most, the others together; of equal ones, those that came first. */
function topOf(counts: ReadonlyMap<string, number>, most: number): ReadonlyMap<string, number> {
	const all = [...counts].filter(([key]) => !key.endsWith('/none'));
	const places = new Map<string, number>();
	for (const [key, count] of all) {
		const place = key.slice(key.indexOf('/'));
		places.set(place, (places.get(place) ?? 0) + count);
	}
	const named = [...places].sort(([, one], [, other]) => other - one).slice(0, most);
	const isNamed = (key: string) => named.some(([place]) => key.endsWith(place));
	const found = new Map<string, number>();
	for (const [key, count] of counts) {
		const folded = key.endsWith('/none') || isNamed(key) ? key : `${key.slice(0, key.indexOf('/'))}/other`;
		found.set(folded, (found.get(folded) ?? 0) + count);
	}
	return found;
}

/** How many referrals a mark says that it counts. */
function countIn(spoken: string): number {
	return Number((/([\d,]+) referral/.exec(spoken)?.[1] ?? '').replaceAll(',', ''));
}

function sumOf({ marks }: Chart): number {
	return marks.reduce((all, { value }) => all + value, 0);
}

function medianOf(found: readonly ListedReferral[]): number {
	const days = found
		.map(({ referral: { createdDateTime = '', acceptedDateTime = '' } }) =>
			Math.max(0, (Date.parse(acceptedDateTime) - Date.parse(createdDateTime)) / day),
		)
		.sort((one, other) => one - other);
	const middle = Math.floor(days.length / 2);
	const [below = 0, above = 0] = [days[middle - 1 + (days.length % 2)], days[middle]];
	return (below + above) / 2;
}

function nearly(one: number, other: number): boolean {
	return Math.abs(one - other) <= Math.max(1, Math.abs(one)) * 1e-9;
}
