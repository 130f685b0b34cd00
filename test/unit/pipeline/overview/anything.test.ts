import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { type Chart, type ChartId, chartIds } from '../../../../src/pipeline/messages/chart.ts';
import { contextAt, counted, type Filters, type How, passing, rowsOf, usualNow } from './counting.ts';

const odd = fc.constantFrom<unknown>(
	undefined,
	null,
	'',
	'  ',
	7,
	{},
	'__proto__',
	'Ångström',
	'\u0000',
	'=1',
);
const oneOf = (...values: readonly unknown[]) => fc.oneof(fc.constantFrom(...values), odd);
const date = fc.oneof(
	...[fc.integer({ min: -40, max: 40 }), fc.integer({ min: -900, max: 900 })].map((days) =>
		days.map((each) => new Date(usualNow + each * 86_400_000 + (each % 5) * 7_200_000).toISOString()),
	),
	oneOf(
		...['0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '0001-12-31T23:59:59+14:00', '9999-12-31T23:59:59Z'],
		...['0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', 'soon', '2026-11-20T23:59:59.9999999-08:00'],
	),
);
const member = fc.record({ email: oneOf('ada@contoso.com', 'ADA@contoso.com ', 'ben@contoso.com', 'a\0b') });
const referral = fc.record(
	{
		status: oneOf('New', 'new ', 'Active', 'ACTIVE', 'Closed', 'Clösed', 'Paused'),
		substatus: oneOf('Pending', 'Received', 'Accepted', 'Won', 'lost', 'Declined', 'Expired', 'W/on'),
		statusReason: oneOf(
			'Budget',
			'budget',
			'Price',
			'x'.repeat(2_000),
			'a',
			'b',
			'c',
			'd',
			'e',
			'f',
			'g',
			'h',
		),
		createdDateTime: date,
		updatedDateTime: date,
		acceptedDateTime: date,
		closedDateTime: date,
		expirationDateTime: date,
		team: fc.array(member, { maxLength: 3 }),
		customerProfile: fc.record({ address: fc.record({ country: oneOf('DE', 'de', 'D E', 'US', 'ZZ') }) }),
		details: fc.record(
			{
				dealValue: fc.oneof(
					fc.double({ noNaN: true, noDefaultInfinity: true }),
					fc.constantFrom(0, -5, 1e308, '7', 'x'),
				),
				currency: oneOf('EUR', 'eur', ' EUR', 'USD', 'Bitcoin, mostly', '€', '___'),
				closingDateTime: date,
			},
			{ requiredKeys: [] },
		),
	},
	{ requiredKeys: [] },
);

/** What each chart can be seen by. */
const sides = ['country', 'category', 'solutionArea', 'colleague', 'month', 'quarter'];
const measures = ['count', '=eur', '=usd', '=', '=nothing'];
const charts: readonly ChartId[] = ['stands', 'closes', 'where'];
const how: fc.Arbitrary<How> = fc.record({
	choices: fc.array(fc.tuple(fc.constantFrom(...charts), fc.constantFrom(...sides, ...measures)), {
		maxLength: 6,
	}),
	fiscalYearStart: fc.integer({ min: 1, max: 12 }),
	complete: fc.boolean(),
	timeZone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'),
	locale: fc.constantFrom('en', 'de', 'ja', 'ar'),
	filters: fc.constantFrom<Filters>(
		new Map(),
		new Map([['status', { kind: 'values', values: ['new'], not: true }]]),
		new Map([
			['details.currency', { kind: 'values', values: ['eur'], not: false }],
			['stage', { kind: 'values', values: ['Closed/Won', 'Closed/Lost'], not: false }],
		]),
	),
});

describe('charts of anything', function () {
	this.timeout(120_000);

	it('count just what their marks filter the table to', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(referral, { maxLength: 40 }), how, async (jsons, asked) => {
				const rows = rowsOf(jsons);
				const { overview } = await counted(rows, asked);
				const found = overview.charts.map(({ id }) => id);
				assert.deepEqual(found, chartIds);
				const context = contextAt(usualNow, asked.fiscalYearStart);
				const passes = passing(asked.filters ?? new Map(), context);
				for (const chart of overview.charts) {
					const own = overview.columnsOf(chart.id);
					const seen = rows.filter((row) => passes(row, own));
					const left = chart.marks.map((mark) => {
						const filters = overview.filtersOf(chart.id, mark.id);
						return seen.filter((row) => passing(filters ?? assert.fail(mark.id), context)(row));
					});
					agree(chart, left);
					if (isTotal(chart)) assert.equal(new Set(left.flat()).size, seen.length);
				}
			}),
			{ seed: 13, numRuns: 400 },
		);
	});
});

/** @param left what the marks filter the table to */
function agree(chart: Chart, left: readonly (readonly ListedReferral[])[]): void {
	const { id, marks, places, series, table } = chart;
	for (const [index, mark] of marks.entries()) {
		const count = left[index]?.length ?? 0;
		if (isCounted(chart)) assert.equal(count, mark.value, `${id} ${mark.id}`);
		assert.ok(mark.value >= 0 && Number.isFinite(mark.value));
		assert.ok(count > 0 || mark.pressed, mark.id);
		assert.ok(places.some((place) => place.id === mark.place));
		assert.ok(series.some((each) => each.id === mark.series));
	}
	// Who works with others stands at several places.
	if (chart.choices[0]?.chosen !== 'colleague')
		assert.equal(new Set(left.flat()).size, left.flat().length, id);
	assert.equal(new Set(marks.map((mark) => mark.id)).size, marks.length);
	assert.ok(table.rows.every((line) => line.length === table.head.length));
	assert.equal(table.rows.length, places.length);
	assert.doesNotMatch(JSON.stringify(chart), /NaN|undefined/);
}

/** Whether marks are as long as there are rows. */
function isCounted({ id, choices }: Chart): boolean {
	return id !== 'answers' && !choices.some(({ chosen }) => chosen.startsWith('='));
}

/** Whether each row has a mark. */
function isTotal(chart: Chart): boolean {
	return isCounted(chart) && (chart.id === 'stands' || chart.id === 'where');
}
