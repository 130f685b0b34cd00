import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Chart } from '../../../../../src/pipeline/messages/chart.ts';
import { layout } from '../../../../../src/pipeline/page/chart/layout/layout.ts';
import type { Box, Scene, SceneText } from '../../../../../src/pipeline/page/chart/layout/scene.ts';
import { anyChart, measure, sheetOf, widths } from './anyChart.ts';
import { sampleCharts } from './sampleCharts.ts';

/** Roughly, how far letters reach above and below their baseline. */
const [above, below] = [9, 3];
/** What numbers lose when they are added up. */
const tolerance = 0.01;

const found = (id: Chart['id']): Chart => sampleCharts.find((chart) => chart.id === id) ?? assert.fail(id);
const textsOf = ({ texts }: Scene) => texts.map(({ text }) => text);

describe('where everything of a chart stands', () => {
	const each = (name: string, holds: (scene: Scene, chart: Chart) => void) =>
		it(name, () => {
			const check = (chart: Chart, width: number) => holds(layout(chart, sheetOf(width)), chart);
			for (const chart of sampleCharts) for (const width of [230, 300, 420, 700, 1_600]) check(chart, width);
			fc.assert(fc.property(anyChart, widths, check), { numRuns: 300 });
		});

	each('is inside of it, and is a number', (scene) => {
		const outer = { x: 0, y: 0, width: scene.width, height: scene.height };
		const boxes = [
			...scene.marks.flatMap(({ box, reach }) => [box, reach]),
			...scene.keys.map(({ swatch }) => swatch),
			...scene.frames.map(({ box }) => box),
			...scene.texts.map(boxOf),
			...scene.rules.map(({ x1, y1, x2, y2 }) => ({ x: x1, y: y1, width: x2 - x1, height: y2 - y1 })),
		];
		for (const box of boxes) assert.ok(isInside(box, outer), JSON.stringify({ box, outer }));
	});
	each('is on nothing else: marks', ({ marks }) => noneOverlap(marks.map(({ box }) => box)));
	each('is on nothing else: what can be clicked', ({ marks }) =>
		noneOverlap(marks.map(({ reach }) => reach)),
	);
	each('is on nothing else: texts', ({ texts }) => noneOverlap(texts.map(boxOf)));
	each('is on nothing else: texts and marks', ({ texts, marks, keys }) => {
		const drawn = [...marks.map(({ box }) => box), ...keys.map(({ swatch }) => swatch)].filter(
			({ width, height }) => width > tolerance && height > tolerance,
		);
		for (const text of texts.map(boxOf))
			for (const box of drawn) assert.ok(!overlap(text, box), JSON.stringify({ text, box }));
	});
	each('can be clicked where it is drawn', ({ marks }) => {
		for (const { box, reach } of marks) assert.ok(isInside(box, reach), JSON.stringify({ box, reach }));
	});
	each('is each mark that is something, or is alone, once', ({ marks }, chart) => {
		const ids = marks.map(({ mark }) => mark.id);
		assert.equal(new Set(ids).size, ids.length);
		for (const mark of chart.marks) if (mark.value > 1e-3 || mark.pressed) assert.ok(ids.includes(mark.id));
	});
	each('is as long as it is worth', ({ marks }, { shape }) => {
		const along = shape === 'columns' ? 'height' : 'width';
		const known = marks.filter(({ mark }) => mark.value > 0.01 && mark.value < 1e15);
		const values = known.map(({ mark }) => mark.value);
		const longest = known.find(({ mark }) => mark.value === Math.max(...values));
		if (!longest || longest.mark.value === 0) return;
		for (const { mark, box } of known)
			assert.ok(Math.abs(box[along] - (mark.value / longest.mark.value) * longest.box[along]) < tolerance);
	});
	each('says no more than there is, and cuts only what has no room', ({ texts, width }) => {
		for (const { text, whole, tone } of texts) {
			assert.ok(measure(text, tone) <= width);
			if (text !== whole && text.endsWith('…')) assert.ok(whole.startsWith(text.slice(0, -1)));
		}
	});
});

describe('bars', () => {
	it('stack up: each begins where the one before it ends', () => {
		const { marks } = layout(found('reasons'), sheetOf(400));
		const [one, other] = marks.filter(({ row }) => row === 0).map(({ box }) => box);
		assert.ok(one && other);
		assert.ok(Math.abs(one.x + one.width - other.x) < tolerance);
		assert.ok(Math.abs(one.width / other.width - 20 / 41) < tolerance);
	});
	it('have their labels beside them where there is room, else above', () => {
		const [wide, narrow] = [500, 230].map((width) => layout(found('where'), sheetOf(width)));
		assert.ok(wide && narrow && wide.height < narrow.height);
		assert.equal(wide.rules.length, 1);
		assert.equal(narrow.rules.length, 0);
	});
	it('cut long labels, and know them whole', () => {
		const cut = layout(found('where'), sheetOf(400)).texts.filter(({ text, whole }) => text !== whole);
		assert.deepEqual(
			cut.map(({ whole }) => whole),
			['United States of America and its outlying islands'],
		);
		for (const { text } of cut) assert.match(text, /\S…$/);
	});
	it('say what each is worth, also what is nothing', () => {
		const said = textsOf(layout(found('stands'), sheetOf(400)));
		for (const text of ['130', '431', '0']) assert.ok(said.includes(text), text);
	});
	it('are told apart by keys, also those that are overdue', () => {
		const keysOf = (id: Chart['id']) => layout(found(id), sheetOf(400)).keys.map(({ look }) => look);
		assert.deepEqual(keysOf('stands'), ['series-0', 'series-1', 'series-2']);
		assert.deepEqual(keysOf('closes'), ['series-0', 'overdue']);
		assert.deepEqual(keysOf('where'), []);
	});
	it('have a key of their own where some of a series are overdue', () => {
		const chart = found('where');
		const marks = chart.marks.map((mark, index) => ({ ...mark, overdue: index < 2 }));
		const { keys, texts } = layout({ ...chart, marks }, sheetOf(400));
		assert.deepEqual(
			keys.map(({ look }) => look),
			['series-0', 'overdue'],
		);
		assert.deepEqual(
			texts.slice(0, 2).map(({ text }) => text),
			['Referrals', 'Overdue'],
		);
	});
});

describe('columns', () => {
	const ticksOf = (values: readonly number[]) => {
		const chart = found('answers');
		const marks = chart.marks
			.slice(0, values.length)
			.map((mark, index) => ({ ...mark, value: values[index] ?? 0 }));
		const { texts } = layout({ ...chart, marks }, sheetOf(400));
		return texts.filter(({ anchor }) => anchor === 'end').map(({ text }) => text);
	};
	const has = (values: readonly number[], ...ticks: readonly string[]) =>
		it(`${values} have lines at ${ticks}`, () => assert.deepEqual(ticksOf(values), ticks));
	has([1], '0', '1');
	has([3], '0', '1', '2', '3');
	has([0.5], '0', '0.1', '0.2', '0.3', '0.4', '0.5');
	has([97, 3], '0', '20', '40', '60', '80', '100');
	has([1_200_000], '0', '200K', '400K', '600K', '800K', '1M', '1.2M');
	has([1e15], '0', '200T', '400T', '600T', '800T', '1000T');

	it('have lines from the bottom to the top, as far from each other', () => {
		fc.assert(
			fc.property(anyChart, widths, (chart, width) => {
				const { rules } = layout({ ...chart, shape: 'columns' }, sheetOf(width));
				const gaps = rules.slice(1).map(({ y1 }, index) => (rules[index]?.y1 ?? 0) - y1);
				assert.ok(rules.length >= 2 && rules.length <= 8, `${rules.length} lines`);
				for (const gap of gaps) assert.ok(gap > 10 && Math.abs(gap - (gaps[0] ?? 0)) < tolerance, `${gaps}`);
			}),
		);
	});
	it('have labels at the same distance, the last one among them', () => {
		const { texts, height } = layout(found('closes'), sheetOf(400));
		const labels = texts.filter(({ y }) => y > height - 10).map(({ text }) => text);
		assert.equal(labels.at(-1), 'No close date');
		assert.ok(labels.length >= 3, `${labels}`);
	});
	it('have labels in two lines where that is enough for all of them', () => {
		const said = textsOf(layout(found('age'), sheetOf(380)));
		for (const text of ['91 days', 'or more']) assert.ok(said.includes(text), text);
	});
	it('say what they are worth where there is room above all of them', () => {
		assert.ok(textsOf(layout(found('answers'), sheetOf(600))).includes('7.5 days'));
		assert.ok(!textsOf(layout(found('answers'), sheetOf(300))).includes('7.5 days'));
	});
});

describe('a calendar', () => {
	const chart = found('expires');
	it('has weeks from the first day on, as the language has them', () => {
		const headsIn = (locale: string) => textsOf(layout(chart, { ...sheetOf(500), locale })).slice(0, 7);
		assert.deepEqual(headsIn('en-US'), ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
		assert.equal(headsIn('de')[0], 'Mo');
	});
	it('has each day below the one a week before, in the column of its weekday', () => {
		const { marks } = layout(chart, { ...sheetOf(500), locale: 'de' });
		// The first one is a Sunday, with which no week begins there.
		assert.deepEqual(
			marks.slice(0, 3).map(({ column, row }) => [column, row]),
			[
				[6, 0],
				[0, 1],
				[1, 1],
			],
		);
		for (const [index, { box }] of marks.entries()) {
			const later = marks[index + 7]?.box ?? box;
			assert.equal(later.x, box.x);
			assert.ok(later === box || later.y > box.y);
		}
	});
	it('marks today, and the month where one begins', () => {
		const { frames, texts } = layout(chart, sheetOf(700));
		assert.deepEqual(
			frames.map(({ isToday }) => isToday),
			frames.map((_, index) => index === 0),
		);
		for (const text of ['Today', 'Dec 1', '2', '28'])
			assert.ok(
				texts.some((each) => each.text === text),
				text,
			);
	});
	it('has numbers below days where they are narrow', () => {
		const [wide, narrow] = [700, 230].map((width) => layout(chart, sheetOf(width)));
		assert.ok(wide && narrow && narrow.height > wide.height);
	});
	it('leaves out what is no day', () => {
		const places = [...chart.places, { id: 'no day', label: 'No day' }];
		assert.equal(layout({ ...chart, places }, sheetOf(500)).frames.length, chart.places.length);
	});
});

function boxOf({ x, y, anchor, text, tone }: SceneText): Box {
	const width = measure(text, tone);
	const before = { start: 0, middle: width / 2, end: width }[anchor];
	return { x: x - before, y: y - above, width, height: above + below };
}

function isInside(inner: Box, outer: Box): boolean {
	return (
		inner.x >= outer.x - tolerance &&
		inner.y >= outer.y - tolerance &&
		inner.width >= 0 &&
		inner.height >= 0 &&
		inner.x + inner.width <= outer.x + outer.width + tolerance &&
		inner.y + inner.height <= outer.y + outer.height + tolerance
	);
}

function overlap(one: Box, other: Box): boolean {
	return (
		one.x + one.width > other.x + tolerance &&
		other.x + other.width > one.x + tolerance &&
		one.y + one.height > other.y + tolerance &&
		other.y + other.height > one.y + tolerance
	);
}

function noneOverlap(boxes: readonly Box[]): void {
	for (const [index, one] of boxes.entries())
		for (const other of boxes.slice(index + 1))
			assert.ok(!overlap(one, other), JSON.stringify({ one, other }));
}
