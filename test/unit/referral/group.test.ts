import assert from 'node:assert/strict';
import fc from 'fast-check';
import { odataFor } from '../../../src/query/odata/odata.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { type Group, groupsFor, groupsOf } from '../../../src/referral/group.ts';
import { matchesFilter } from '../../../src/sample/service/matchesFilter.ts';
import { readFilter } from '../../../src/sample/service/readFilter.ts';
import { queries } from '../query/queries.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const referralOf = (status?: string, substatus?: string) => received({ id: 'r', status, substatus }).referral;

function shownFor(query: Query): readonly Group[] {
	return groupsFor(query).flatMap(groupsOf);
}

describe('the groups', () => {
	const shown = (query: Partial<Query>, ...keys: readonly string[]) =>
		it(JSON.stringify(query), () => {
			assert.deepEqual(
				shownFor({ ...everything, ...query }).map(({ key }) => key),
				keys,
			);
		});
	const inNew = ['New/Pending', 'New/Received', 'New/other'];
	const inActive = ['Active/Accepted', 'Active/other'];
	const inClosed = ['Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Closed/Expired', 'Closed/other'];

	shown({}, ...inNew, ...inActive, ...inClosed, 'other');
	shown({ status: 'New' }, ...inNew);
	shown({ status: 'Active' }, ...inActive);
	shown({ status: 'Closed' }, ...inClosed);
	shown({ status: 'Closed', substatus: 'Lost' }, 'Closed/Lost');
	shown({ substatus: 'Pending' }, 'New/Pending', 'other');
	shown({ substatus: 'Declined' }, 'Closed/Declined', 'other');

	it('stand under their status, in the order of life', () => {
		const nodes = groupsFor(everything);
		assert.deepEqual(
			nodes.map(({ kind, key }) => `${kind} ${key}`),
			['status New', 'status Active', 'status Closed', 'group other'],
		);
	});

	describe('that hold', () => {
		const held = (status: string | undefined, substatus: string | undefined, ...keys: readonly string[]) =>
			it(`${status}/${substatus}: ${keys.join(', ')}`, () => {
				const referral = referralOf(status, substatus);
				const holding = shownFor(everything).filter((group) => group.holds(referral));
				assert.deepEqual(
					holding.map(({ key }) => key),
					keys,
				);
			});

		held('New', 'Pending', 'New/Pending');
		held('new', 'PENDING', 'New/Pending');
		held('Closed', 'Won', 'Closed/Won');
		held('New', 'Accepted', 'New/other');
		held('New', 'None', 'New/other');
		held('Active', 'Declined', 'Active/other');
		held('Active', '', 'Active/other');
		held('Paused', 'OnHold', 'other');
		held('Paused', 'Pending', 'other');
		held('None', 'None', 'other');
		held('', '', 'other');
		held('constructor', '__proto__', 'other');
	});

	it('are exactly one for any pair', () => {
		const word = fc.oneof(
			fc.constantFrom(...['New', 'Active', 'Closed', 'Pending', 'Won', 'accepted', 'None', '', 'İ', 'ﬁ']),
			fc.string(),
		);
		const groups = shownFor(everything);
		fc.assert(
			fc.property(word, word, (status, substatus) => {
				const referral = referralOf(status, substatus);
				assert.equal(groups.filter((group) => group.holds(referral)).length, 1);
			}),
			{ seed: 12, numRuns: 5_000 },
		);
	});

	it('are at least one for a pair of which a half was not sent', () => {
		for (const [status, substatus] of [[], ['New'], ['Paused'], [undefined, 'Won'], [undefined, 'OnHold']]) {
			const referral = referralOf(status, substatus);
			assert.ok(shownFor(everything).some((group) => group.holds(referral)));
		}
	});

	it('hold every referral of the sample tenant once', () => {
		const groups = shownFor(everything);
		for (const { json, referral } of tenant.referrals.map(received))
			assert.equal(groups.filter((group) => group.holds(referral)).length, 1, JSON.stringify(json));
	});

	it('of any query list every referral that it finds once, where the service is asked for it', () => {
		const all = tenant.referrals.map((row) => ({ row, referral: received(row).referral }));
		fc.assert(
			fc.property(queries, (query) => {
				const lists = shownFor(query).map((group) => {
					const { filter } = odataFor(query, group, now.getTime());
					return { group, filter: filter === undefined ? undefined : readFilter(filter) };
				});
				const { filter: whole } = odataFor(query, {}, now.getTime());
				for (const { row, referral } of all) {
					const sent = lists.filter(({ filter }) => filter === undefined || matchesFilter(filter, row));
					const listed = sent.filter(({ group }) => group.holds(referral)).length;
					assert.equal(listed, whole === undefined || matchesFilter(readFilter(whole), row) ? 1 : 0);
				}
			}),
			{ seed: 13, numRuns: 60 },
		);
	});

	it('have keys that are theirs alone', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const keys = groupsFor(query).flatMap((node) => [
					node.key,
					...(node.kind === 'status' ? node.groups.map(({ key }) => key) : []),
				]);
				assert.equal(new Set(keys).size, keys.length);
			}),
			{ seed: 14 },
		);
	});
});
