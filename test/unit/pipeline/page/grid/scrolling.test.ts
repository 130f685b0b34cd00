import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Scrolling } from '../../../../../src/pipeline/page/grid/scrolling.ts';

const view = 800;
/** As high as 100,000 lines, and as five million. */
const [usual, huge] = [3_000_000, 150_000_000];

function scrollingOver(full: number): Scrolling {
	const scrolling = new Scrolling();
	scrolling.resize(full, view);
	return scrolling;
}

describe('scrolling through lines that a browser can hold', () => {
	it('is what the browser does', () => {
		const scrolling = scrollingOver(usual);
		assert.equal(scrolling.height, usual);
		for (const way of [100, 2_999_200, 1_234_567.5, 0]) {
			scrolling.scrolled(way);
			assert.equal(scrolling.offset, way);
			assert.equal(scrolling.shift, 0);
			assert.equal(scrolling.settle(), way);
		}
	});
	it('stays at the bottom when there are fewer lines', () => {
		const scrolling = scrollingOver(usual);
		scrolling.scrolled(2_000_000);
		scrolling.resize(10_000, view);
		assert.equal(scrolling.offset, 9_200);
		scrolling.resize(100, view);
		assert.equal(scrolling.offset, 0);
	});
});

describe('scrolling through more lines than a browser can hold', () => {
	it('moves lines as far as the wheel does', () => {
		const scrolling = scrollingOver(huge);
		scrolling.scrolled(100);
		scrolling.scrolled(200);
		assert.equal(scrolling.offset, 200);
	});
	it('goes with the bar where it is dragged', () => {
		const scrolling = scrollingOver(huge);
		scrolling.scrolled((scrolling.height - view) / 2);
		assert.ok(Math.abs(scrolling.offset - (huge - view) / 2) < 1);
	});
	it('ends at both ends', () => {
		const scrolling = scrollingOver(huge);
		scrolling.scrolled(scrolling.height - view);
		assert.equal(scrolling.offset, huge - view);
		scrolling.scrolled(0);
		assert.equal(scrolling.offset, 0);
	});
	it('has the bar where the lines are, once it is at rest', () => {
		const scrolling = scrollingOver(huge);
		for (let step = 1; step <= 1_000; step++) scrolling.scrolled(step * 1_000);
		assert.equal(scrolling.offset, 1_000_000);
		const way = scrolling.settle();
		assert.ok(Math.abs(way / (scrolling.height - view) - 1_000_000 / (huge - view)) < 1e-9);
		scrolling.scrolled(way);
		assert.equal(scrolling.offset, 1_000_000);
	});

	it('comes to every line, and never beyond one, however one goes', () => {
		const longestOf = ({ height }: Scrolling) => Math.max(0, height - view);
		const share = fc.double({ min: -0.1, max: 1.1, noNaN: true });
		const wheel = (by: number) => (each: Scrolling) =>
			each.scrolled(Math.max(0, Math.min(longestOf(each), each.way + by)));
		const drag = (part: number) => (each: Scrolling) =>
			each.scrolled(Math.max(0, Math.min(1, part)) * longestOf(each));
		const step = fc.oneof(
			fc.integer({ min: -1_500, max: 1_500 }).map(wheel),
			share.map(drag),
			share.map((part) => (each: Scrolling) => each.moveTo(part * huge)),
			fc.constant((each: Scrolling) => each.settle()),
		);
		fc.assert(
			fc.property(fc.constantFrom(0, 500, usual, huge), fc.array(step, { maxLength: 60 }), (full, steps) => {
				const scrolling = scrollingOver(full);
				for (const take of steps) {
					take(scrolling);
					assert.ok(scrolling.offset >= 0 && scrolling.offset <= Math.max(0, full - view));
					assert.ok(scrolling.way >= 0 && scrolling.way <= longestOf(scrolling) + 1e-6);
					assert.ok(full > usual || Math.abs(scrolling.shift) < 1e-6);
				}
			}),
			{ seed: 2 },
		);
	});
});
