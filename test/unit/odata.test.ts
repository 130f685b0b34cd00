import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listUrl } from '../../src/partner/listUrl.ts';
import type { Group } from '../../src/referrals/group.ts';
import { odataFor } from '../../src/referrals/odata.ts';
import { everything, type Query, type Sort } from '../../src/referrals/query.ts';
import type { SampleReferral } from '../../src/sample/sampleReferral.ts';
import { queries } from './queries.ts';
import { askAll, collection, idsOf, now, tenant } from './sampleAsk.ts';

type Pair = Pick<Group, 'status' | 'substatus'>;

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
	asks({ engagementId: 'a-b' }, {}, "engagementId eq 'a-b'");
	asks({ engagementId: "it's ''" }, {}, "engagementId eq 'it''s '''''");
	asks({ updatedSince: '2026-01-02T03:04:05Z' }, {}, 'updatedDateTime ge 2026-01-02T03:04:05Z');
	asks({ teamEmail: 'a@b.c' }, {}, "team/any(t:t/email eq 'a@b.c')");
	asks({ teamEmail: "o'brien@b.c" }, {}, "team/any(t:t/email eq 'o''brien@b.c')");
	asks(
		{ engagementId: 'e', updatedSince: '2026-01-02T00:00:00Z', teamEmail: 'a@b.c' },
		pair,
		"status eq 'New' and substatus eq 'Pending' and engagementId eq 'e' and " +
			"updatedDateTime ge 2026-01-02T00:00:00Z and team/any(t:t/email eq 'a@b.c')",
	);

	it('is in the order asked for', () => {
		const order = (sort: Sort) => odataFor({ sort }, {}, now.getTime());
		assert.deepEqual(order('newest'), { orderby: 'createdDateTime desc' });
		assert.deepEqual(order('oldest'), { orderby: 'createdDateTime asc' });
		assert.deepEqual(order('lastUpdated'), { orderby: 'updatedDateTime desc' });
		assert.deepEqual(order('firstUpdated'), { orderby: 'updatedDateTime asc' });
	});

	it('is what a plain reading of the query finds, over all pages', async function () {
		this.timeout(30_000);
		await fc.assert(
			fc.asyncProperty(queries, async (query) => {
				const url = listUrl(collection, odataFor(query, {}, now.getTime()));
				const found = await askAll(url.slice(collection.length));
				const expected = tenant.referrals.filter((row) => finds(query, row));
				assert.deepEqual([...idsOf(found)].sort(), [...idsOf(expected)].sort());
				assertOrdered(found, query);
			}),
			{ seed: 11, numRuns: 150 },
		);
	});
});

function finds(
	{ status, substatus, engagementId, updatedSince, teamEmail }: Query,
	row: SampleReferral,
): boolean {
	return (
		[undefined, row.status].includes(status) &&
		[undefined, row.substatus].includes(substatus) &&
		[undefined, row.engagementId].includes(engagementId) &&
		(updatedSince === undefined || Date.parse(row.updatedDateTime) >= Date.parse(updatedSince)) &&
		(teamEmail === undefined || (row.team ?? []).some(({ email }) => email === teamEmail))
	);
}

function assertOrdered(rows: readonly SampleReferral[], { sort }: Query): void {
	const times = rows.map(({ createdDateTime }) => Date.parse(createdDateTime));
	const sorted = times.toSorted((one, other) => (sort === 'newest' ? other - one : one - other));
	assert.deepEqual(times, sorted);
}
