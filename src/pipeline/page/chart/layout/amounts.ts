import { cumsum, group, max } from 'd3-array';
import type { Chart, Mark } from '../../../messages/chart.ts';
import { type Look, lookOf } from './looks.ts';

/** A mark with where it begins and ends in its place, where others are before it. */
export interface Stacked {
	readonly mark: Mark;
	readonly look: Look;
	readonly from: number;
	readonly to: number;
}

/** The marks of each place, in the order of the series, each after the one before it. */
export function stacksOf({ places, series, marks }: Chart): readonly (readonly Stacked[])[] {
	const ranks = new Map(series.map(({ id }, index) => [id, index]));
	const byPlace = group(marks, ({ place }) => place);
	return places.map(({ id }) => {
		const found = (byPlace.get(id) ?? []).map((mark) => ({ mark, series: ranks.get(mark.series) ?? 0 }));
		const inOrder = found.sort((one, other) => one.series - other.series);
		const ends = cumsum(inOrder, ({ mark }) => lengthOf(mark));
		return inOrder.map(({ mark, series }, index) => ({
			mark,
			look: lookOf(mark, series),
			from: ends[index - 1] ?? 0,
			to: ends[index] ?? 0,
		}));
	});
}

/** How much the longest place has; 0 where there is nothing. */
export function longestOf(stacks: readonly (readonly Stacked[])[]): number {
	return max(stacks, (stack) => stack.at(-1)?.to ?? 0) ?? 0;
}

/** Whether there is something to draw, or to let go of. */
export function isEmpty({ marks }: Chart): boolean {
	return !marks.some((mark) => mark.pressed || lengthOf(mark) > 0);
}

/** Whether a mark can be seen and gone to: what is alone always, of several those that are something. */
export function isShown({ mark }: Stacked, stack: readonly Stacked[]): boolean {
	return stack.length === 1 || lengthOf(mark) > 0 || mark.pressed;
}

/** How long a value is on an axis. @param end the value at its end @param length in pixels */
export function pixels(value: number, end: number, length: number): number {
	return end > 0 ? Math.min(1, value / end) * length : 0;
}

/** What can't be, or can't be told from nothing, is nothing; what is too much to be added up is as much as can be. */
function lengthOf({ value }: Mark): number {
	return value >= least ? Math.min(value, most) : 0;
}

const [least, most] = [0.001, 1e15];
