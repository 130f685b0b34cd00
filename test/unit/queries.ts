import fc from 'fast-check';
import { type Status, type Substatus, statuses, substatusesOf } from '../../src/referrals/lifecycle.ts';
import type { Query } from '../../src/referrals/query.ts';
import { tenant } from './sampleAsk.ts';

const mails = tenant.referrals.flatMap(({ team }) => (team ?? []).flatMap(({ email }) => email ?? []));
const days = tenant.referrals.map(({ updatedDateTime }) => `${updatedDateTime.slice(0, 10)}T00:00:00Z`);

type Lifecycle = Pick<Query, 'status' | 'substatus'>;

/** Every pair of status and substatus that a query can hold: a substatus goes with the status, if there is one. */
const lifecycles: readonly Lifecycle[] = [
	{},
	...statuses.flatMap((status: Status): Lifecycle[] => {
		const substatuses: readonly Substatus[] = substatusesOf[status];
		const each = substatuses.flatMap((substatus) => [{ substatus }, { status, substatus }]);
		return [{ status }, ...each];
	}),
];

/** Queries that a user can enter, most of which find something in the sample tenant. */
export const queries: fc.Arbitrary<Query> = fc
	.record({
		lifecycle: fc.constantFrom(...lifecycles),
		conditions: fc.record(
			{
				engagementId: fc.constantFrom(...tenant.referrals.map(({ engagementId }) => engagementId), "it's"),
				updatedSince: fc.constantFrom(...days),
				teamEmail: fc.constantFrom(...mails, "miles.o'brien@contoso.com"),
			},
			{ requiredKeys: [] },
		),
		sort: fc.constantFrom('newest' as const, 'oldest' as const),
	})
	.map(({ lifecycle, conditions, sort }) => ({ ...lifecycle, ...conditions, sort }));
