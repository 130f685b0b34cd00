import assert from 'node:assert/strict';
import { markedIn, nextMarked, type Standing } from '../../../../src/listing/since/marked.ts';
import { state } from './stating.ts';

const branch = (key: string, parent: string | undefined, ...ids: readonly string[]) =>
	[key, { key, ...(parent !== undefined && { parent }), rows: ids.map((id) => state({ id })) }] as const;
const branches = new Map([
	branch('New', undefined),
	branch('Pending', 'New', 'a', 'b', 'c'),
	branch('Received', 'New', 'd'),
	branch('Active', undefined),
	branch('Accepted', 'Active', 'e', 'f', 'a'),
	branch('other', undefined, 'g'),
]);
const marks = new Set(['a', 'c', 'f', 'g']);
const isMarked = (id: string) => marks.has(id);
const next = (from?: Standing, most = 100) => {
	const row = nextMarked(branches, isMarked, from, most);
	return row && `${row.branch} ${row.id}`;
};

describe('marked rows', () => {
	it('are counted in a branch and in those that stand in it', () => {
		const counts = [...branches.keys()].map((key) => markedIn(branches, key, isMarked));
		assert.deepEqual(counts, [2, 2, 0, 2, 2, 1]);
		assert.equal(markedIn(branches, 'none', isMarked), 0);
	});

	it('follow each other as in the tree, and after the last one comes the first one', () => {
		assert.equal(next(), 'Pending a');
		assert.equal(next({ branch: 'Pending', id: 'a' }), 'Pending c');
		assert.equal(next({ branch: 'Pending', id: 'b' }), 'Pending c');
		assert.equal(next({ branch: 'Pending', id: 'c' }), 'Accepted f');
		assert.equal(next({ branch: 'Accepted', id: 'f' }), 'Accepted a');
		assert.equal(next({ branch: 'other', id: 'g' }), 'Pending a');
	});

	it('follow the row of a branch, and what is below its referrals', () => {
		assert.equal(next({ branch: 'New', at: 'top' }), 'Pending a');
		assert.equal(next({ branch: 'Active', at: 'top' }), 'Accepted f');
		assert.equal(next({ branch: 'Pending', at: 'end' }), 'Accepted f');
		assert.equal(next({ branch: 'other', at: 'end' }), 'Pending a');
	});

	it('follow from the top where somebody stands on what is gone', () => {
		assert.equal(next({ branch: 'gone', id: 'x' }), 'Pending a');
		assert.equal(next({ branch: 'Pending', id: 'gone' }), 'Pending a');
	});

	it('come once, where they stand also in a lens', () => {
		const lens = { ...branch('attention', undefined, 'f', 'a')[1], lens: true };
		const all = new Map([['attention', lens] as const, ...branches]);
		assert.deepEqual(nextMarked(all, isMarked, undefined, 100), { branch: 'Pending', id: 'a' });
		const from = { branch: 'attention', id: 'f' };
		assert.deepEqual(nextMarked(all, isMarked, from, 100), { branch: 'Pending', id: 'a' });
	});

	it('are those that the tree shows', () =>
		assert.equal(next({ branch: 'Pending', id: 'a' }, 2), 'Accepted f'));

	it('are none where nothing is marked, and the one that somebody is at where no other is', () => {
		assert.equal(
			nextMarked(branches, () => false, undefined, 100),
			undefined,
		);
		const only = nextMarked(branches, (id) => id === 'b', { branch: 'Pending', id: 'b' }, 100);
		assert.deepEqual(only, { branch: 'Pending', id: 'b' });
	});
});
