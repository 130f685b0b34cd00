import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moved, placeAt, resized } from '../../../../../src/pipeline/page/grid/columnOrder.ts';
import type { WishedColumn } from '../../../../../src/pipeline/wishes/table.ts';

const columns = ['a', 'b', 'c'].map((id) => ({ id, width: 100 }));
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join('');

describe('the columns of the table', () => {
	it('get other widths, within reason', () => {
		assert.deepEqual(resized(columns, 'b', 120.4)[1], { id: 'b', width: 120 });
		assert.equal(resized(columns, 'b', -5)[1]?.width, 48);
		assert.equal(resized(columns, 'b', 9_999)[1]?.width, 1_000);
		assert.deepEqual(resized(columns, 'x', 9), columns);
	});
	it('get other places', () => {
		assert.equal(ids(moved(columns, 'a', 1)), 'bac');
		assert.equal(ids(moved(columns, 'a', 9)), 'bca');
		assert.equal(ids(moved(columns, 'c', -1)), 'cab');
		assert.equal(ids(moved(columns, 'x', 0)), 'abc');
	});
	it('are dropped before the one whose middle is further right', () => {
		assert.equal(placeAt(columns, -20), 0);
		assert.equal(placeAt(columns, 40), 0);
		assert.equal(placeAt(columns, 60), 1);
		assert.equal(placeAt(columns, 270), 3);
		assert.equal(placeAt(columns, 9_999), 3);
	});
	it('are the same ones wherever they are moved to', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -2, max: 5 }))),
				(moves) => {
					const after = moves.reduce<readonly WishedColumn[]>(
						(all, [id, place]) => moved(all, id, place),
						columns,
					);
					assert.deepEqual(after.map(({ id }) => id).sort(), ['a', 'b', 'c']);
				},
			),
			{ seed: 5 },
		);
	});
});
