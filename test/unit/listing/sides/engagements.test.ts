import assert from 'node:assert/strict';
import { ReferralStore } from '../../../../src/listing/store.ts';
import { received } from '../../received.ts';

function storeOf(sides: readonly (readonly [id: string, engagementId?: unknown])[]): ReferralStore {
	const store = new ReferralStore();
	store.put(
		sides.map(([id, engagementId]) => received({ id, engagementId })),
		{ whole: false },
	);
	return store;
}

function siblings(store: ReferralStore, id: string, engagementId: string | undefined): string {
	return store
		.siblingsOf({ id, engagementId })
		.map(({ referral }) => referral.id)
		.join(' ');
}

describe('the known referrals of an engagement', () => {
	const are = (why: string, sides: Parameters<typeof storeOf>[0], expected: string) =>
		it(`are ${expected || 'none'} ${why}`, () => {
			const [id = '', engagementId] = sides[0] ?? [];
			const engagement = typeof engagementId === 'string' ? engagementId : undefined;
			assert.equal(siblings(storeOf(sides), id, engagement), expected);
		});

	are(
		'besides itself',
		[
			['a', 'e1'],
			['b', 'e1'],
			['c', 'e2'],
			['d', 'e1'],
		],
		'b d',
	);
	are(
		'in other letters',
		[
			['a', 'ab-1'],
			['b', 'AB-1'],
		],
		'b',
	);
	are('where it is of none', [['a'], ['b']], '');
	are(
		'where its id is nobody’s',
		[
			['a', ''],
			['b', ''],
		],
		'',
	);
	are(
		'where an engagement is no text',
		[
			['a', '7'],
			['b', 7],
		],
		'',
	);
	are(
		'of an odd name',
		[
			['a', '__proto__'],
			['b', 'constructor'],
		],
		'',
	);

	it('follow what comes and goes after somebody has asked', () => {
		const store = storeOf([
			['a', 'e1'],
			['b', 'e1'],
		]);
		assert.equal(siblings(store, 'a', 'e1'), 'b');
		store.put([received({ id: 'c', engagementId: 'E1' })], { whole: false });
		assert.equal(siblings(store, 'a', 'e1'), 'b c');
		store.put([received({ id: 'b', engagementId: 'e2' })], { whole: true });
		assert.equal(siblings(store, 'a', 'e1'), 'c');
		store.drop('c');
		assert.equal(siblings(store, 'a', 'e1'), '');
		store.tidy();
		assert.equal(siblings(store, 'x', 'e2'), '');
	});

	it('are no more than can be looked through', () => {
		const store = storeOf(Array.from({ length: 1_000 }).map((_, index) => [`${index}`, 'e1']));
		assert.equal(store.siblingsOf({ id: '7', engagementId: 'e1' }).length, 20);
	});

	it('of a hundred thousand are found without a walk through all of them for each, which would not end in time', function () {
		this.timeout(20_000);
		const sides = Array.from({ length: 100_000 }).map((_, index) => [`r${index}`, `e${index >> 1}`] as const);
		const store = storeOf(sides);
		const start = performance.now();
		for (const [id, engagementId] of sides) assert.equal(store.siblingsOf({ id, engagementId }).length, 1);
		const took = performance.now() - start;
		console.log(`      100,000 referrals were asked for their siblings within ${Math.round(took)} ms`);
	});
});
