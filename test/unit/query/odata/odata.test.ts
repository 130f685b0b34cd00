import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listUrl } from '../../../../src/partner/listUrl.ts';
import { lookingFor, wantedFor } from '../../../../src/query/condition/wanted.ts';
import { leftOut } from '../../../../src/query/odata/leftOut.ts';
import { filterText, odataFor } from '../../../../src/query/odata/odata.ts';
import { everything, type Query, type Sort, servedSort } from '../../../../src/query/query.ts';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { askAll, collection, idsOf, now } from '../../sample/sampleAsk.ts';
import { matches } from '../matches.ts';
import { queries, rows } from '../queries.ts';

const country = 'customerProfile/address/country';

type Pair = Pick<Query, 'status' | 'substatus'>;

describe('what the service is asked for', () => {
	const asks = (query: Partial<Query>, group: Pair, filter: string | undefined) =>
		it(filter ?? '(everything)', () => {
			const options = odataFor({ ...everything, ...query }, group, now.getTime());
			assert.equal(options.filter, filter);
			assert.equal('filter' in options, filter !== undefined);
			assert.equal(options.orderby, 'createdDateTime desc');
		});
	const pair = { status: 'New', substatus: 'Pending' } as const;

	asks({}, {}, undefined);
	asks({}, { status: 'New' }, "status eq 'New'");
	asks({}, pair, "status eq 'New' and substatus eq 'Pending'");
	asks({ status: 'Closed' }, {}, "status eq 'Closed'");
	asks({ substatus: 'Won' }, {}, "substatus eq 'Won'");
	asks({ substatus: 'Won' }, { status: 'Closed' }, "status eq 'Closed' and substatus eq 'Won'");
	asks({ status: 'New', substatus: 'Pending' }, pair, "status eq 'New' and substatus eq 'Pending'");
	asks(
		{ country: ['DE', 'PL'], type: { not: ['Shared'] } },
		pair,
		"status eq 'New' and substatus eq 'Pending'",
	);
	asks({ status: ['New', 'Active'], direction: 'Incoming' }, {}, "direction eq 'Incoming'");
	asks({ status: { not: ['Closed'] }, country: { not: ['PL'] } }, {}, undefined);
	asks({ status: ['New', 'Active'] }, pair, "status eq 'New' and substatus eq 'Pending'");
	asks({ engagementId: 'a-b' }, {}, "engagementId eq 'a-b'");
	asks({ engagementId: "it's ''" }, {}, "engagementId eq 'it''s '''''");
	asks({ updatedSince: '2026-01-02T03:04:05Z' }, {}, 'updatedDateTime ge 2026-01-02T03:04:05Z');
	asks({ teamEmail: 'a@b.c' }, {}, "team/any(t:t/email eq 'a@b.c')");
	asks({ qualification: 'Direct' }, {}, "qualification eq 'Direct'");
	asks({ direction: 'Incoming', type: 'Shared' }, {}, "direction eq 'Incoming' and type eq 'Shared'");
	asks({ country: 'US' }, {}, "customerProfile/address/country eq 'US'");
	asks({ advanced: "a ne 'x'" }, { status: 'New' }, "status eq 'New' and (a ne 'x')");
	asks({ text: 'x', valueAtLeast: 1, valueAtMost: 2, currency: 'USD', expiresWithin: '7d' }, {}, undefined);
	asks({ teamEmail: "o'brien@b.c" }, {}, "team/any(t:t/email eq 'o''brien@b.c')");
	asks(
		{ engagementId: 'e', updatedSince: '2026-01-02T00:00:00Z', teamEmail: 'a@b.c' },
		pair,
		"status eq 'New' and substatus eq 'Pending' and engagementId eq 'e' and " +
			"updatedDateTime ge 2026-01-02T00:00:00Z and team/any(t:t/email eq 'a@b.c')",
	);

	const relative = (query: Partial<Query>, filter: string) =>
		it(`${JSON.stringify(query)}: ${filter}`, () => {
			assert.equal(filterText({ ...everything, ...query }, Date.parse('2026-03-31T10:30:15.999Z')), filter);
		});
	relative({}, '');
	relative({ updatedSince: '12h' }, 'updatedDateTime ge 2026-03-30T22:30:15Z');
	relative({ updatedSince: '30d' }, 'updatedDateTime ge 2026-03-01T10:30:15Z');
	relative({ updatedSince: '2w' }, 'updatedDateTime ge 2026-03-17T10:30:15Z');
	relative({ updatedSince: '1m' }, 'updatedDateTime ge 2026-02-28T10:30:15Z');
	relative({ updatedSince: '25m' }, 'updatedDateTime ge 2024-02-29T10:30:15Z');
	relative({ updatedBefore: '1y' }, 'updatedDateTime lt 2025-03-31T10:30:15Z');
	relative({ updatedSince: '999y' }, 'updatedDateTime ge 1027-03-31T10:30:15Z');
	relative(
		{ updatedSince: '7d', updatedBefore: '2026-03-31T00:00:00Z' },
		'updatedDateTime ge 2026-03-24T10:30:15Z and updatedDateTime lt 2026-03-31T00:00:00Z',
	);
	relative({ advanced: "a ne 'x' or b eq 1", text: 'x', product: 'y' }, "(a ne 'x' or b eq 1)");

	it('is in the order asked for', () => {
		const order = (sort: Sort) => odataFor({ sort }, {}, now.getTime());
		assert.deepEqual(order('newest'), { orderby: 'createdDateTime desc' });
		assert.deepEqual(order('oldest'), { orderby: 'createdDateTime asc' });
		assert.deepEqual(order('lastUpdated'), { orderby: 'updatedDateTime desc' });
		assert.deepEqual(order('firstUpdated'), { orderby: 'updatedDateTime asc' });
	});

	it('is what the query matches in memory, over all pages', async function () {
		this.timeout(60_000);
		let found = 0;
		const check = async (query: Query) => {
			const url = listUrl(collection, odataFor(query, {}, now.getTime()));
			const sent = await askAll(url.slice(collection.length));
			const expected = rows.filter((row) => matches(query, row, now.getTime()));
			assert.deepEqual([...idsOf(sent)].sort(), expected.map(({ referral }) => referral.id).sort());
			assertOrdered(sent, query);
			if (sent.length > 0) found++;
		};
		await fc.assert(fc.asyncProperty(queries, check), { seed: 11, numRuns: 300 });
		assert.ok(found > 270, `${found}`);
	});
});

function assertOrdered(sent: readonly SampleReferral[], query: Query): void {
	const sort = servedSort(query.sort);
	const by = sort === 'newest' || sort === 'oldest' ? 'createdDateTime' : 'updatedDateTime';
	const times = sent.map((row) => Date.parse(row[by]));
	const down = sort === 'newest' || sort === 'lastUpdated';
	assert.deepEqual(
		times,
		times.toSorted((one, other) => (down ? other - one : one - other)),
	);
}

describe('a filter as text', () => {
	const texts = (query: Partial<Query>, text: string) =>
		it(text, () => assert.equal(filterText({ ...everything, ...query }, now.getTime()), text));

	texts({ status: ['New', 'Active'] }, "(status eq 'New' or status eq 'Active')");
	texts({ type: { not: ['Shared'] } }, "type ne 'Shared'");
	texts({ country: { not: ['DE', 'PL'] }, text: ['a', 'b'] }, `${country} ne 'DE' and ${country} ne 'PL'`);

	/** As OData 4 has it: nothing is equal to a value where there is none, and so it is unequal to it. */
	function answer(filter: string, value: string | undefined): boolean {
		const [, either] = /^\((.*)\)$/.exec(filter) ?? [];
		if (either !== undefined) return either.split(' or ').some((part) => answer(part, value));
		return filter.split(' and ').every((part) => {
			const [, operator, literal] = /^\S+ (eq|ne) '(.*)'$/.exec(part) ?? [];
			return (value === literal) === (operator === 'eq');
		});
	}

	it('says of a row with a value, or without, what is said of it once it is loaded', () => {
		const values = fc.constantFrom('DE', 'PL', 'US');
		const check = (all: readonly string[], not: boolean, value: string | undefined) => {
			const wanted = wantedFor(all, { not });
			const said = answer(filterText({ country: wanted }, 0), value);
			assert.equal(lookingFor(wanted)(value), said);
		};
		const property = fc.property(
			fc.array(values, { minLength: 1 }),
			fc.boolean(),
			fc.option(values, { nil: undefined }),
			check,
		);
		fc.assert(property, { seed: 12 });
	});
});

describe('what is left out of an address', () => {
	const leaves = (query: Partial<Query>, rest: Partial<Query>) =>
		it(JSON.stringify(query), () =>
			assert.deepEqual(leftOut({ ...everything, sort: 'oldest', ...query }), { ...everything, ...rest }),
		);
	leaves({}, {});
	leaves({ status: 'New', country: 'DE', advanced: 'a eq 1', updatedSince: '7d' }, {});
	leaves({ status: { not: ['Closed'] }, type: 'Shared' }, { status: { not: ['Closed'] } });
	leaves(
		{ country: ['DE', 'PL'], text: 'x', valueAtLeast: 0 },
		{ country: ['DE', 'PL'], text: 'x', valueAtLeast: 0 },
	);
});
