import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Quieted } from '../../../../src/account/arranging/quieted.ts';
import { PlainMemory } from '../memory/PlainMemory.ts';

const state = (id: string, updatedDateTime?: string) => ({ id, updatedDateTime });

describe('what the user has put aside', () => {
	it('is quiet until it changes, for the account that put it aside', async () => {
		const quieted = new Quieted(new PlainMemory());
		await quieted.put([state('a', 'then')], 'ada');
		assert.ok(quieted.isQuiet(state('a', 'then'), 'ada', 5));
		assert.ok(!quieted.isQuiet(state('a', 'later'), 'ada', 5));
		assert.ok(!quieted.isQuiet(state('a', 'then'), 'ben', 5));
		assert.ok(!quieted.isQuiet(state('b', 'then'), 'ada', 5));
	});

	it('comes back when the time is over, or it changes before', async () => {
		const quieted = new Quieted(new PlainMemory());
		await quieted.put([state('a', 'then')], 'ada', 100);
		assert.ok(quieted.isQuiet(state('a', 'then'), 'ada', 99));
		assert.ok(!quieted.isQuiet(state('a', 'then'), 'ada', 100));
		assert.ok(!quieted.isQuiet(state('a', 'later'), 'ada', 99));
		assert.equal(quieted.nextReturn('ada', 99), 100);
		assert.equal(quieted.nextReturn('ada', 100), Number.POSITIVE_INFINITY);
		assert.equal(quieted.nextReturn('ben', 0), Number.POSITIVE_INFINITY);
	});

	it('is brought back for that account alone', async () => {
		const quieted = new Quieted(new PlainMemory());
		await quieted.put([state('a')], 'ada');
		await quieted.put([state('a')], 'ben');
		assert.ok(quieted.has('ada'));
		await quieted.clear('ada');
		assert.ok(!quieted.has('ada'));
		assert.ok(quieted.isQuiet(state('a'), 'ben', 0));
	});

	it('is known in another window, and after what that one put aside', async () => {
		const memory = new PlainMemory();
		const [one, other] = [new Quieted(memory), new Quieted(memory)];
		await one.put([state('a')], 'ada');
		await other.put([state('b')], 'ada');
		for (const window of [one, other])
			for (const id of ['a', 'b']) assert.ok(window.isQuiet(state(id), 'ada', 0), id);
	});

	it('is ids and dates, and no more of them than there is room for', async () => {
		const memory = new PlainMemory();
		const quieted = new Quieted(memory);
		const many = Array.from({ length: 1500 }, (_, index) => state(`r${index}`, '2026-11-01T00:00:00Z'));
		await quieted.put(many, 'ada', 7);
		assert.ok(!quieted.isQuiet(many[499] ?? state(''), 'ada', 0));
		assert.ok(quieted.isQuiet(many[500] ?? state(''), 'ada', 0));
		await quieted.put([state('x'.repeat(300))], 'ada');
		assert.ok(!quieted.isQuiet(state('x'.repeat(300)), 'ada', 0));
		for (let account = 0; account < 12; account++) await quieted.put([state('a')], `account ${account}`);
		assert.ok(!quieted.has('ada'));
		assert.ok(JSON.stringify(memory.get('quieted')).length < 100_000);
	});

	it('is nothing where what was kept is of another kind, whatever it is', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.jsonValue({ maxDepth: 4 }),
				fc.constantFrom('__proto__', 'a', 'constructor'),
				async (kept, id) => {
					const memory = new PlainMemory();
					await memory.update('quieted', kept);
					const quieted = new Quieted(memory);
					assert.equal(typeof quieted.isQuiet(state(id), id, 0), 'boolean');
					await quieted.put([state(id, 'then')], id);
					assert.ok(quieted.isQuiet(state(id, 'then'), id, 0));
				},
			),
			{ seed: 9, numRuns: 500 },
		);
	});
});
