import assert from 'node:assert/strict';
import { ActiveQuery } from '../../../src/query/activeQuery.ts';
import { everything, type Query } from '../../../src/query/query.ts';

const isNew: Query = { ...everything, status: 'New' };
const closed: Query = { ...everything, status: 'Closed' };

/** A memory that answers when the test says so. */
function remembering() {
	const { promise, resolve, reject } = Promise.withResolvers<Query>();
	const written: Query[] = [];
	let reads = 0;
	const read = () => {
		reads++;
		return promise;
	};
	const query = new ActiveQuery({ read, write: (each) => written.push(each) });
	return { query, written, resolve, reject, reads: () => reads };
}

describe('the active query', () => {
	it('is everything until it is recalled, then what it was', async () => {
		const { query, resolve, written } = remembering();
		assert.equal(query.value, everything);
		const recalled = query.recall();
		assert.deepEqual([query.value, query.known], [everything, false]);
		resolve(isNew);
		assert.equal(await recalled, isNew);
		assert.deepEqual([query.value, query.known], [isNew, true]);
		assert.deepEqual(written, []);
	});
	it('is recalled once', async () => {
		const { query, resolve, reads } = remembering();
		resolve(isNew);
		await query.recall();
		await query.recall();
		assert.equal(reads(), 1);
	});
	it('is kept when it changes, and then not recalled', async () => {
		const { query, written, reads } = remembering();
		query.change(closed);
		assert.equal(query.value, closed);
		assert.equal(await query.recall(), closed);
		assert.deepEqual([written, reads()], [[closed], 0]);
	});
	it('that changes while it is recalled stays changed', async () => {
		const { query, resolve } = remembering();
		const recalled = query.recall();
		query.change(closed);
		resolve(isNew);
		assert.equal(await recalled, closed);
		assert.equal(query.value, closed);
	});
	it('by two who ask at once is the same', async () => {
		const { query, resolve, reads } = remembering();
		const both = [query.recall(), query.recall()];
		resolve(isNew);
		assert.deepEqual(await Promise.all(both), [isNew, isNew]);
		assert.equal(reads(), 1);
	});
	it('that cannot be read is everything', async () => {
		const { query, reject } = remembering();
		const recalled = query.recall();
		reject(new Error('unreadable'));
		assert.equal(await recalled, everything);
	});
});
