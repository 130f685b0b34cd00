import assert from 'node:assert/strict';
import fc from 'fast-check';
import { offsetFor, spanInSight, widened } from '../../../../../src/pipeline/page/grid/span.ts';

const sight = { offset: 0, height: 100, lineHeight: 20, lines: 50 };

describe('the lines in sight', () => {
	const inSight = (name: string, changed: Partial<typeof sight>, from: number, to: number) =>
		it(name, () => assert.deepEqual(spanInSight({ ...sight, ...changed }), { from, to }));
	inSight('at the top', {}, 0, 5);
	inSight('of which some are seen in part', { offset: 10 }, 0, 6);
	inSight('further down', { offset: 200 }, 10, 15);
	inSight('at the bottom', { offset: 900 }, 45, 50);
	inSight('beyond the bottom, as when others were left out', { offset: 5_000 }, 50, 50);
	inSight('of fewer than there is room for', { lines: 2 }, 0, 2);
	inSight('of none', { lines: 0 }, 0, 0);
	inSight('without room', { height: 0 }, 0, 0);

	it('are some more where they are drawn ahead, as far as there are any', () => {
		assert.deepEqual(widened({ from: 3, to: 8 }, 5, 50), { from: 0, to: 13 });
		assert.deepEqual(widened({ from: 40, to: 48 }, 5, 50), { from: 35, to: 50 });
	});
});

describe('the way to a line', () => {
	const goesTo = (name: string, line: number, offset: number, expected: number) =>
		it(name, () => assert.equal(offsetFor(line, { ...sight, offset }), expected));
	goesTo('is none where it is in sight', 7, 100, 100);
	goesTo('goes up to it', 2, 100, 40);
	goesTo('goes down until it is seen as a whole', 11, 100, 140);
	it('goes to its top where there is no room for it', () =>
		assert.equal(offsetFor(5, { ...sight, height: 10 }), 100));

	it('ends where it is seen, from wherever, and is never longer than it has to be', () => {
		fc.assert(
			fc.property(
				fc.nat(1_000),
				fc.nat(20_000),
				fc.integer({ min: 20, max: 2_000 }),
				(line, offset, height) => {
					const to = offsetFor(line, { offset, height, lineHeight: 20 });
					assert.ok(to <= line * 20 && to + height >= (line + 1) * 20);
					if (offset <= line * 20 && offset + height >= (line + 1) * 20) assert.equal(to, offset);
				},
			),
			{ seed: 1 },
		);
	});
});
