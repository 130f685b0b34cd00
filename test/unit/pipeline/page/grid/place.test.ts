import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	headingLine,
	type Move,
	placeAfter,
	placeWithin,
} from '../../../../../src/pipeline/page/grid/place.ts';

const extent = { lines: 100, columns: 5, page: 20 };
const moves: readonly Move[] = [
	...(['up', 'down', 'left', 'right', 'pageUp', 'pageDown', 'rowStart', 'rowEnd', 'start', 'end'] as const),
];

describe('where a key goes', () => {
	const goes = (move: Move, from: readonly [number, number], to: readonly [number, number]) =>
		it(`${move} from ${from}`, () =>
			assert.deepEqual(placeAfter(move, { line: from[0], column: from[1] }, extent), {
				line: to[0],
				column: to[1],
			}));
	goes('up', [5, 2], [4, 2]);
	goes('up', [0, 2], [headingLine, 2]);
	goes('down', [5, 2], [6, 2]);
	goes('down', [99, 2], [99, 2]);
	goes('left', [5, 0], [5, 0]);
	goes('left', [5, 2], [5, 1]);
	goes('right', [5, 4], [5, 4]);
	goes('right', [5, 2], [5, 3]);
	goes('pageUp', [50, 2], [31, 2]);
	goes('pageUp', [5, 2], [0, 2]);
	goes('pageDown', [50, 2], [69, 2]);
	goes('pageDown', [95, 2], [99, 2]);
	goes('rowStart', [5, 2], [5, 0]);
	goes('rowEnd', [5, 2], [5, 4]);
	goes('start', [5, 2], [0, 0]);
	goes('end', [5, 2], [99, 4]);

	it('is always a cell that there is, or a heading', () => {
		const some = fc.record({ lines: fc.nat(50), columns: fc.integer({ min: 1, max: 9 }), page: fc.nat(60) });
		fc.assert(
			fc.property(some, fc.array(fc.constantFrom(...moves), { maxLength: 40 }), (all, keys) => {
				let place = { line: 0, column: 0 };
				for (const key of keys) {
					const next = placeAfter(key, place, all);
					assert.ok(next.column >= 0 && next.column < all.columns);
					assert.ok(next.line === headingLine ? key === 'up' : next.line >= 0 && next.line <= all.lines);
					place = placeWithin(next, all);
				}
			}),
			{ seed: 4 },
		);
	});
});
