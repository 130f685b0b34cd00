import type { Chart, ChartChoices, Mark } from '../../../../../src/pipeline/messages/chart.ts';

/** What a chart is made of here: values by place and series; undefined where nothing can be. */
interface Sketch extends Pick<Chart, 'id' | 'title' | 'sentence' | 'shape'> {
	readonly choices?: readonly ChartChoices[];
	readonly series: readonly string[];
	readonly places: readonly (readonly [label: string, ...values: readonly (number | undefined)[]])[];
	/** What places are called by, where that is not their label. */
	readonly ids?: readonly string[];
	readonly textOf?: (value: number) => string;
	/** The rank of the series that is overdue. */
	readonly overdue?: number;
}

const count = new Intl.NumberFormat('en');
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', notation: 'compact' });

export function chartOf(sketch: Sketch): Chart {
	const {
		id,
		title,
		sentence,
		shape,
		choices = [],
		series,
		places,
		ids = [],
		textOf = count.format,
	} = sketch;
	const idOf = (index: number) => ids[index] ?? `place ${index}`;
	const marks = places.flatMap(([label, ...values], index) =>
		values.flatMap((value, rank): readonly Mark[] => {
			if (value === undefined) return [];
			const text = textOf(value);
			const spoken = `${label}, ${series[rank]}: ${text}.`;
			const ends = { pressed: false, overdue: rank === sketch.overdue };
			return [
				{ id: `${index}/${rank}`, place: idOf(index), series: `${rank}`, value, text, spoken, ...ends },
			];
		}),
	);
	return {
		...{ id, title, sentence, shape, choices, marks },
		series: series.map((label, rank) => ({ id: `${rank}`, label })),
		places: places.map(([label], index) => ({ id: idOf(index), label })),
		table: {
			head: ['Place', ...series],
			rows: places.map(([label, ...values]) => [
				label,
				...values.map((value) => (value === undefined ? '' : textOf(value))),
			]),
		},
	};
}

const measure = {
	label: 'Measure',
	chosen: 'count',
	options: [
		{ id: 'count', label: 'Referrals' },
		{ id: 'in EUR', label: 'EUR' },
	],
};

const months = Array.from({ length: 18 }, (_, index) =>
	new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
		Date.UTC(2026, 7 + index),
	),
);
const firstDay = Date.UTC(2026, 10, 29);
const days = Array.from({ length: 30 }, (_, index) => new Date(firstDay + index * 86_400_000));

/** The day that the calendar begins with. */
export const today = '2026-11-29';

/** Charts as there are for some hundred referrals. */
export const sampleCharts: readonly Chart[] = [
	chartOf({
		...{ id: 'stands', title: 'Where do referrals stand?', shape: 'bars', choices: [measure] },
		sentence: 'Of 1,204 referrals, 212 are new, 431 are active and 561 are closed.',
		series: ['New', 'Active', 'Closed'],
		places: [
			['New › Pending', 130],
			['New › Received', 82],
			['Active › Accepted', undefined, 431],
			['Closed › Won', undefined, undefined, 302],
			['Closed › Lost', undefined, undefined, 118],
			['Closed › Declined', undefined, undefined, 141],
			['Closed › Expired', undefined, undefined, 0],
		],
	}),
	chartOf({
		...{ id: 'closes', title: 'When do open deals close?', shape: 'columns', overdue: 1 },
		choices: [{ ...measure, label: 'Period', options: [{ id: 'count', label: 'Months' }] }, measure],
		sentence:
			'Of €48M in open referrals, €3.1M is past its expected close date, and €4.2M is expected to close in November 2026.',
		series: ['To come', 'Overdue'],
		places: [
			['Before Aug 2026', undefined, 700_000],
			...months.map((label, index): [string, ...(number | undefined)[]] =>
				index < 3
					? [label, undefined, 400_000 * (index + 1)]
					: [label, 4_200_000 / (1 + (index % 5)), index === 3 ? 900_000 : undefined],
			),
			['No close date', 1_250_000],
		],
		textOf: money.format,
	}),
	chartOf({
		...{ id: 'expires', title: 'What expires in the next 30 days?', shape: 'calendar' },
		sentence: '37 of 168 new referrals with an expiry date expire within 7 days. 4 have passed their dates.',
		series: ['New referrals'],
		ids: days.map((date) => date.toISOString().slice(0, 10)),
		places: days.map((date, index) => [date.toDateString(), (index * 7) % 5 === 0 ? 0 : (index * 13) % 23]),
	}),
	chartOf({
		...{ id: 'age', title: 'How long have open referrals been in their stage?', shape: 'columns' },
		sentence: '97 of 643 open referrals have been in their stage for more than 30 days.',
		series: ['New', 'Active'],
		places: [
			['0–7 days', 90, 40],
			['8–14 days', 60, 81],
			['15–30 days', 42, 133],
			['31–60 days', 12, 98],
			['61–90 days', 5, 61],
			['91 days or more', 3, 18],
		],
	}),
	chartOf({
		...{ id: 'where', title: 'Where do customers come from?', shape: 'bars' },
		choices: [
			{ ...measure, label: 'Split by', options: [{ id: 'count', label: 'Country or region' }] },
			measure,
		],
		sentence: 'Germany has the most: €12M of €48M.',
		series: ['Referrals'],
		places: [
			['Germany', 12_345_678],
			['United States of America and its outlying islands', 8_400_000],
			['Bosnia and Herzegovina', 1_200_000],
			['قطر', 800_000],
			['日本', 700_000],
			['Other', 24_000_000],
			['No country', 0],
		],
		textOf: money.format,
	}),
	chartOf({
		...{ id: 'outcome', title: 'How do referrals end?', shape: 'columns' },
		sentence: '302 of 561 closed referrals were won: 54% of those that were decided.',
		series: ['Won', 'Lost', 'Declined', 'Expired'],
		places: months
			.slice(0, 12)
			.map((label, index) => [label, 20 + index, 12 - index, (index * 5) % 9, index % 3]),
	}),
	chartOf({
		...{ id: 'reasons', title: 'Why are referrals lost or declined?', shape: 'bars' },
		sentence: 'The most frequent reason is “No capacity in the region for this quarter”: 61 of 259.',
		series: ['Lost', 'Declined'],
		places: [
			['No capacity in the region for this quarter', 20, 41],
			['Price', 33, 0],
			['Not a fit', 12, 29],
			['Went with another partner', 48, undefined],
		],
	}),
	chartOf({
		...{ id: 'answers', title: 'How soon are referrals accepted?', shape: 'columns' },
		sentence: 'Half of 431 were accepted within 3.5 days.',
		series: ['Accepted'],
		places: months.slice(0, 6).map((label, index) => [label, index * 1.5]),
		textOf: (value) => `${value} days`,
	}),
];
