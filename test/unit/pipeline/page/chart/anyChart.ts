import fc from 'fast-check';
import type { Chart } from '../../../../../src/pipeline/messages/chart.ts';
import type { Measure, Sheet } from '../../../../../src/pipeline/page/chart/layout/scene.ts';
import { chartOf, sampleCharts, today } from './sampleCharts.ts';

/** As wide as in a typeface all of whose letters are, roughly. */
export const measure: Measure = (text, tone) => [...text].length * (tone === 'title' ? 9 : 7);

export function sheetOf(width: number): Sheet {
	return { width, measure, locale: 'en', today };
}

/** From the narrowest page to the widest one. */
export const widths = fc.integer({ min: 230, max: 1_600 });

const label = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.string({ unit: 'grapheme', maxLength: 80 }),
	fc.constantFrom('', ' ', 'Nov 2026', 'No close date', '<b>&amp;', 'a\u0000b', 'half \ud83d', '\u202eright'),
);
const value = fc.oneof(
	fc.integer({ min: 0, max: 500 }),
	fc.double({ min: 0, max: 1e6, noNaN: true }),
	fc.constantFrom(0, 0, 1, 1e-9, 1e15, Number.MAX_VALUE, Number.POSITIVE_INFINITY, Number.NaN, -3),
);

/** Charts such as nobody would make. */
export const anyChart: fc.Arbitrary<Chart> = fc
	.record({
		id: fc.constantFrom(...sampleCharts.map((chart) => chart.id)),
		shape: fc.constantFrom('bars' as const, 'columns' as const, 'calendar' as const),
		title: label,
		sentence: label,
		series: fc.array(label, { minLength: 1, maxLength: 4 }),
		rows: fc.array(
			fc.tuple(label, fc.array(fc.option(value, { nil: undefined }), { minLength: 4, maxLength: 4 })),
			{
				maxLength: 40,
			},
		),
		overdue: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
		pressed: fc.nat({ max: 50 }),
		firstDay: fc.integer({ min: 10_000, max: 40_000 }),
	})
	.map(({ rows, overdue, pressed, firstDay, ...sketch }) => {
		const count = sketch.shape === 'calendar' ? 1 : sketch.series.length;
		const chart = chartOf({
			...sketch,
			series: sketch.series.slice(0, count),
			places: rows.map(([name, values]) => [name, ...values.slice(0, count)]),
			ids: rows.map((_, index) => {
				const day = new Date((firstDay + index) * 86_400_000).toISOString().slice(0, 10);
				return sketch.shape === 'calendar' ? day : `place ${index}`;
			}),
			textOf: (each) => each.toPrecision(3),
			...(overdue !== undefined && { overdue }),
		});
		return { ...chart, marks: chart.marks.map((mark, index) => ({ ...mark, pressed: index === pressed })) };
	});
