import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Partition, partitionsOf, wide } from '../../../../src/listing/arranging/partition.ts';
import { odataFor } from '../../../../src/query/odata/odata.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { matchesFilter } from '../../../../src/sample/service/matchesFilter.ts';
import { readFilter } from '../../../../src/sample/service/readFilter.ts';
import { queries } from '../../query/queries.ts';
import { now, tenant } from '../../sample/sampleAsk.ts';

/** Whether the service finds a row when it is asked for a partition of a query. */
function finder(query: Query, partition: Partition | object): (row: SampleReferral) => boolean {
	const { filter } = odataFor(query, partition, now.getTime());
	const read = filter === undefined ? undefined : readFilter(filter);
	return (row) => read === undefined || matchesFilter(read, row);
}

describe('the partitions', () => {
	const parts = (query: Partial<Query>, ...keys: readonly string[]) =>
		it(`of ${JSON.stringify(query)}: ${keys.join(', ')}`, () => {
			assert.deepEqual(
				partitionsOf({ ...everything, ...query }).map(({ key }) => key),
				keys,
			);
		});
	const inNew = ['New/Pending', 'New/Received'];
	const inClosed = ['Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Closed/Expired'];

	parts({}, ...inNew, 'Active/Accepted', ...inClosed, wide);
	parts({ status: 'New' }, ...inNew, wide);
	parts({ status: 'Active' }, 'Active/Accepted', wide);
	parts({ status: 'Closed' }, ...inClosed, wide);
	parts({ status: 'Closed', substatus: 'Lost' }, 'Closed/Lost');
	parts({ status: ['New', 'Active'] }, ...inNew, 'Active/Accepted', wide);
	parts({ status: { not: ['Closed'] } }, ...inNew, 'Active/Accepted', wide);
	parts({ status: { not: ['New', 'Active', 'Closed'] } }, wide);
	parts({ status: 'Closed', substatus: ['Won', 'Lost'] }, 'Closed/Won', 'Closed/Lost', wide);
	parts(
		{ status: ['New', 'Closed'], substatus: { not: ['Pending', 'Won', 'Lost', 'Declined'] } },
		'New/Received',
		'Closed/Expired',
		wide,
	);
	parts({ substatus: 'Pending' }, 'New/Pending', wide);
	parts({ substatus: 'Declined' }, 'Closed/Declined', wide);

	it('of any query: a pair lists what is of that pair, and the wide one all that the query finds', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const all = tenant.referrals.filter(finder(query, {}));
				for (const partition of partitionsOf(query)) {
					const { key, status, substatus } = partition;
					const listed = tenant.referrals.filter(finder(query, partition));
					const expected =
						key === wide ? all : all.filter((row) => row.status === status && row.substatus === substatus);
					assert.deepEqual(listed, expected);
				}
			}),
			{ seed: 13, numRuns: 60 },
		);
	});

	it('have keys that are theirs alone', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const keys = partitionsOf(query).map(({ key }) => key);
				assert.equal(new Set(keys).size, keys.length);
			}),
			{ seed: 14 },
		);
	});
});
