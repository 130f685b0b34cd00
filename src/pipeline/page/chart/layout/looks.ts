import type { Mark } from '../../../messages/chart.ts';

/** What a mark is told from others by: its series, from 0 to 3, or that it is overdue. */
export const looks = ['series-0', 'series-1', 'series-2', 'series-3', 'overdue'] as const;
export type Look = (typeof looks)[number];

/** How long the side of a tile of a pattern is, in pixels. */
export const tile = 8;

/** What is taken out of the colour in each tile, as the data of a path, so that looks are told apart without colours. */
export const patterns = {
	'series-0': '',
	'series-1': 'M1 2a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0z M5 6a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0z',
	'series-2': 'M0 1.5h8v1.3h-8z M0 5.5h8v1.3h-8z',
	'series-3': 'M0 0h8v1.2h-8z M0 1.2h1.2v6.8h-1.2z',
	overdue: 'M0 8L8 0H5.5L0 5.5z M8 8V5.5L5.5 8z',
} as const satisfies Record<Look, string>;

/** @param series which one it is of, from 0 */
export function lookOf({ overdue }: Mark, series: number): Look {
	return overdue ? 'overdue' : seriesLook(series);
}

/** Of the first four series; there are no more. */
export function seriesLook(series: number): Look {
	return looks[series % (looks.length - 1)] ?? 'series-0';
}
