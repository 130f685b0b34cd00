import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byStatus, otherKey } from '../../../../src/listing/arranging/byStatus.ts';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { type Partition, partitionsOf, wide } from '../../../../src/listing/arranging/partition.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { pairs } from '../../../../src/referral/pair.ts';
import { queries } from '../../query/queries.ts';
import { received } from '../../received.ts';
import { tenant } from '../../sample/sampleAsk.ts';

const rowOf = (json: object) => new ListedReferral(received({ id: 'r', ...json }), { whole: false });
const all: Partition = { key: wide };

describe('the branches by status', () => {
	const shown = (query: Partial<Query>, ...keys: readonly string[]) =>
		it(`of ${JSON.stringify(query)}: ${keys.join(', ')}`, () => {
			const { nodes } = byStatus({ ...everything, ...query });
			assert.deepEqual(
				nodes.filter(({ hidden }) => !hidden).map(({ key }) => key),
				keys,
			);
		});
	const inNew = ['New', 'New/Pending', 'New/Received'];
	const inActive = ['Active', 'Active/Accepted'];
	const inClosed = ['Closed', 'Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Closed/Expired'];

	shown({}, ...inNew, ...inActive, ...inClosed, otherKey);
	shown({ status: 'New' }, ...inNew, otherKey);
	shown({ status: 'Active' }, ...inActive, otherKey);
	shown({ status: 'Closed' }, ...inClosed, otherKey);
	shown({ status: 'Closed', substatus: 'Lost' }, 'Closed', 'Closed/Lost');
	shown({ substatus: 'Pending' }, 'New', 'New/Pending', otherKey);
	shown({ substatus: 'Declined' }, 'Closed', 'Closed/Declined', otherKey);

	it('stand under their status, and what fits no pair stands alone at the end', () => {
		const { nodes } = byStatus(everything);
		const top = nodes.filter(({ parent }) => parent === undefined).map(({ key }) => key);
		assert.deepEqual(top, ['New', 'Active', 'Closed', otherKey]);
		for (const { key, parent, status } of nodes.filter((node) => node.parent !== undefined)) {
			assert.equal(parent, status);
			assert.ok(key.startsWith(`${parent}/`));
		}
	});

	it('are filled by the feed of their own, and known as a whole also by the end of the wide one', () => {
		for (const { key, partitions, substatus } of byStatus(everything).nodes) {
			if (key === otherKey) assert.deepEqual(partitions, [wide]);
			else assert.deepEqual(partitions, substatus === undefined ? [] : [key, wide]);
		}
	});

	describe('that hold', () => {
		const held = (status: string | undefined, substatus: string | undefined, key: string) =>
			it(`${status}/${substatus}: ${key}, whichever feed has it`, () => {
				const { branchesOf: branchOf } = byStatus(everything);
				for (const partition of partitionsOf(everything))
					assert.equal(branchOf(rowOf({ status, substatus }), partition), key);
			});

		held('New', 'Pending', 'New/Pending');
		held('new', 'PENDING', 'New/Pending');
		held('Closed', 'Won', 'Closed/Won');
		held('New', 'Accepted', otherKey);
		held('New', 'None', otherKey);
		held('Active', 'Declined', otherKey);
		held('Active', '', otherKey);
		held('Paused', 'OnHold', otherKey);
		held('Paused', 'Pending', otherKey);
		held('None', 'None', otherKey);
		held('', '', otherKey);
		held('constructor', '__proto__', otherKey);
	});

	describe('where a half was not sent, that of the pair that was asked for:', () => {
		const held = (json: object, asked: string, key: string) =>
			it(`${JSON.stringify(json)} of ${asked} is in ${key}`, () => {
				const partition = partitionsOf(everything).find((each) => each.key === asked);
				assert.equal(byStatus(everything).branchesOf(rowOf(json), partition ?? assert.fail(asked)), key);
			});

		held({}, 'New/Pending', 'New/Pending');
		held({ status: 'new' }, 'New/Pending', 'New/Pending');
		held({ substatus: 'Won' }, 'Closed/Won', 'Closed/Won');
		held({ status: 'Active' }, 'New/Pending', otherKey);
		held({ substatus: 'Lost' }, 'Closed/Won', otherKey);
		held({ status: 'New' }, wide, otherKey);
		held({}, wide, otherKey);
	});

	it('are one for any pair', () => {
		const word = fc.oneof(
			fc.constantFrom(...['New', 'Active', 'Closed', 'Pending', 'Won', 'accepted', 'None', '', 'İ', 'ﬁ']),
			fc.string(),
		);
		const { nodes, branchesOf: branchOf } = byStatus(everything);
		const keys = new Set(nodes.map(({ key }) => key));
		fc.assert(
			fc.property(word, word, (status, substatus) => {
				const key = branchOf(rowOf({ status, substatus }), all);
				assert.ok(typeof key === 'string' && keys.has(key));
				const known = pairs.some((pair) => pair.key.toLowerCase() === `${status}/${substatus}`.toLowerCase());
				assert.equal(key !== otherKey, known);
			}),
			{ seed: 12, numRuns: 2_000 },
		);
	});

	it('hold every referral of the sample tenant in the pair that it has', () => {
		const { branchesOf: branchOf } = byStatus(everything);
		for (const json of tenant.referrals) {
			const known = pairs.find(({ key }) => key === `${json.status}/${json.substatus}`);
			assert.equal(branchOf(rowOf(json), all), known?.key ?? otherKey);
		}
	});

	it('have keys that are theirs alone', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const keys = byStatus(query).nodes.map(({ key }) => key);
				assert.equal(new Set(keys).size, keys.length);
			}),
			{ seed: 14 },
		);
	});
});
