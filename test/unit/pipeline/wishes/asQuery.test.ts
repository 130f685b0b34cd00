import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { meetsQuery } from '../../../../src/listing/meetsQuery.ts';
import { columnCalled } from '../../../../src/pipeline/columns/columns.ts';
import { testsFor } from '../../../../src/pipeline/table/tests.ts';
import { queryWith } from '../../../../src/pipeline/wishes/asQuery.ts';
import type { ColumnFilter } from '../../../../src/pipeline/wishes/filter.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { contextOf, sampleRows } from '../columns/around.ts';

const context = contextOf();

type Filters = Readonly<Record<string, ColumnFilter>>;
const values = (...all: readonly string[]) => ({ kind: 'values', values: all, not: false }) as const;
const not = (...all: readonly string[]) => ({ kind: 'values', values: all, not: true }) as const;
const words = (text: string) => ({ kind: 'words', words: text }) as const;

describe('what columns are filtered by becomes conditions of the query', () => {
	const becomes = (
		filters: Filters,
		conditions: Omit<Query, 'sort'>,
		rest: readonly string[] = [],
		query: Query = everything,
	) =>
		it(`${JSON.stringify(filters)} on ${JSON.stringify(query)}`, () => {
			const asked = queryWith(query, new Map(Object.entries(filters)));
			assert.deepEqual(asked.query, { ...query, ...conditions });
			assert.deepEqual([...asked.rest.keys()], rest);
		});

	becomes({ status: values('New') }, { status: 'New' });
	becomes({ status: values('new', 'Active') }, { status: ['New', 'Active'] });
	becomes({ status: not('Closed') }, { status: { not: ['Closed'] } });
	becomes({ status: values('Paused') }, {}, ['status']);
	becomes({ status: values('New', '') }, {}, ['status']);
	becomes({ status: values('New') }, {}, ['status'], { ...everything, status: 'Active' });
	becomes({ substatus: values('Won') }, {}, ['substatus'], { ...everything, status: 'Active' });
	becomes({ status: values('New'), substatus: values('Won') }, { status: 'New' }, ['substatus']);
	becomes({ stage: values('New/Pending') }, { status: 'New', substatus: 'Pending' });
	becomes({ stage: values('New/Pending', 'Closed/Won') }, {}, ['stage']);
	becomes({ stage: not('New/Pending') }, {}, ['stage']);
	becomes({ stage: values('Paused/') }, {}, ['stage']);
	becomes({ 'customerProfile.address.country': values('de', 'PL') }, { country: ['DE', 'PL'] });
	becomes({ 'customerProfile.address.country': values('UK') }, {}, ['customerProfile.address.country']);
	becomes({ qualification: values('Direct') }, { qualification: 'Direct' });
	becomes({ direction: not('Incoming') }, { direction: { not: ['Incoming'] } });
	becomes({ type: values('Shared') }, { type: 'Shared' });
	becomes({ 'details.currency': values('EUR') }, { currency: 'EUR' });
	becomes({ solutionAreas: values('Security') }, { solutionArea: 'Security' });
	becomes({ colleagues: values('ada@contoso.com') }, { teamEmail: 'ada@contoso.com' });
	becomes({ colleagues: values('ada@contoso.com', 'bo@contoso.com') }, {}, ['colleagues']);
	becomes({ colleagues: not('ada@contoso.com') }, {}, ['colleagues']);
	becomes({ label: words('Cloud, Contoso') }, { text: 'contoso' }, ['label']);
	becomes({ 'customerProfile.name': words('Contoso') }, {}, ['customerProfile.name'], {
		...everything,
		text: 'x',
	});
	becomes(
		{ 'details.dealValue': { kind: 'numbers', from: 5, to: 10.5 } },
		{ valueAtLeast: 5, valueAtMost: 10.5 },
	);
	becomes({ 'details.dealValue': { kind: 'numbers', from: 10, to: 5 } }, {}, ['details.dealValue']);
	becomes({ 'details.dealValue': { kind: 'numbers', from: -5 } }, {}, ['details.dealValue']);
	becomes({ 'details.dealValue': { kind: 'numbers', to: 5 } }, {}, ['details.dealValue'], {
		...everything,
		valueAtMost: 9,
	});
	becomes(
		{ updatedDateTime: { kind: 'days', from: Date.UTC(2026, 0, 1) } },
		{ updatedSince: '2026-01-01T00:00:00Z' },
	);
	becomes(
		{ updatedDateTime: { kind: 'days', from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 1) } },
		{ updatedSince: '2026-01-01T00:00:00Z', updatedBefore: '2026-01-02T00:00:00Z' },
		['updatedDateTime'],
	);
	becomes({ updatedDateTime: { kind: 'days', from: 1e300 } }, {}, ['updatedDateTime']);
	becomes({ attention: values('noValue'), createdDateTime: { kind: 'days', from: 0 } }, {}, [
		'attention',
		'createdDateTime',
	]);

	it('and finds, with the rest, what the filters found', () => {
		fc.assert(
			fc.property(anyFilters, base, (filters, query) => {
				const before = passing(query, filters);
				const asked = queryWith(query, filters);
				assert.deepEqual(passing(asked.query, asked.rest), before);
			}),
			{ numRuns: 300 },
		);
	});
});

/** Those that a query shows and that pass filters. */
function passing(query: Query, filters: ReadonlyMap<string, ColumnFilter>): readonly string[] {
	const meets = meetsQuery(query, context.now) ?? assert.fail();
	const tests = [...testsFor(filters, columnCalled, context).values()];
	const rows = named.filter((row) => meets(row) && tests.every((test) => test(row)));
	return rows.map(({ referral }) => referral.id);
}

/** What has no name is called by its id, in which no query looks. */
const named: readonly ListedReferral[] = sampleRows.filter(({ names }) => names !== '\n');

const fromRow = (row: ListedReferral): Filters => {
	const of = (id: string) => {
		const own = columnCalled(id)?.values?.of(row, context) ?? '';
		return typeof own === 'string' ? own : (own[0] ?? '');
	};
	const { customer, value, referral } = row;
	const updated =
		Math.floor(Date.parse(referral.updatedDateTime ?? '2026-01-01T00:00:00Z') / 86_400_000) * 86_400_000;
	const columns = [
		'status',
		'substatus',
		'stage',
		'customerProfile.address.country',
		'qualification',
		'direction',
	];
	const more = ['type', 'details.currency', 'solutionAreas', 'colleagues'];
	return {
		...Object.fromEntries([...columns, ...more].map((id) => [id, values(of(id))])),
		label: words(
			row.names
				.split('\n')
				.find((name) => name)
				?.slice(0, 12) || 'x',
		),
		'customerProfile.name': words(customer || 'x'),
		'details.dealValue': { kind: 'numbers', from: value || 0, to: (value || 0) * 2 },
		updatedDateTime: { kind: 'days', from: updated, to: updated + 5 * 86_400_000 },
	};
};

const anyFilters = fc
	.tuple(
		fc.constantFrom(...named),
		fc.constantFrom(...named),
		fc.array(fc.nat(13), { minLength: 1, maxLength: 4 }),
		fc.boolean(),
	)
	.map(([one, other, kept, isNot]) => {
		const [first, second] = [fromRow(one), fromRow(other)];
		const names = Object.keys(first);
		return new Map(
			kept.flatMap((at): [string, ColumnFilter][] => {
				const name = names[at % names.length] ?? '';
				const [filter, more] = [first[name], second[name]];
				if (filter?.kind !== 'values' || more?.kind !== 'values') return filter ? [[name, filter]] : [];
				return [
					[name, { kind: 'values', values: [...filter.values, ...(isNot ? more.values : [])], not: isNot }],
				];
			}),
		);
	});

const base: fc.Arbitrary<Query> = fc.constantFrom<Query>(
	everything,
	{ ...everything, status: 'New' },
	{ ...everything, country: ['DE', 'US'] },
	{ ...everything, text: 'con', valueAtLeast: 1000 },
);
