import { max } from 'd3-array';
import type { Chart } from '../../../messages/chart.ts';
import { isShown, longestOf, pixels, type Stacked, stacksOf } from './amounts.ts';
import { cut } from './cut.ts';
import { keysOf } from './keys.ts';
import {
	baseline,
	gap,
	lineHeight,
	type PlacedMark,
	type Scene,
	type SceneText,
	type Sheet,
} from './scene.ts';

/** Less than this for the longest bar, and labels stand above bars rather than beside them. */
const shortestBeside = 120;
/** How much of the width labels and texts may take each. */
const mostOfWidth = 0.4;
const thickness = 14;

/** Where the parts of each row are, from its top. */
interface Grid {
	readonly isBeside: boolean;
	readonly rowHeight: number;
	readonly labelWidth: number;
	readonly textWidth: number;
	readonly barLeft: number;
	readonly barTop: number;
	/** Of the longest bar, and of what it stands for. */
	readonly barLength: number;
	readonly end: number;
}

/** What stands at a place. */
interface Row {
	readonly label: string;
	readonly text: string;
	readonly stack: readonly Stacked[];
	readonly index: number;
	readonly top: number;
}

/** Bars from the left, one below the other, each with its label and what it is worth. */
export function barsScene(chart: Chart, sheet: Sheet): Scene {
	const stacks = stacksOf(chart);
	const { keys, texts, height: above } = keysOf(chart, sheet);
	const described = stacks.map((stack, index) => {
		return { label: chart.places[index]?.label ?? '', text: textOf(stack), stack, index };
	});
	const grid = gridOf(described, longestOf(stacks), sheet);
	const rows = described.map((row) => ({ ...row, top: above + row.index * grid.rowHeight }));
	const height = above + rows.length * grid.rowHeight;
	const axis = { x1: grid.barLeft, x2: grid.barLeft, y1: above, y2: height, tone: 'axis' } as const;
	return {
		...{ width: sheet.width, height, keys, rules: grid.isBeside ? [axis] : [], frames: [] },
		texts: [...texts, ...rows.flatMap((row) => textsOf(row, grid, sheet))],
		marks: rows.flatMap((row) => marksOf(row, grid, sheet)),
	};
}

function gridOf(rows: readonly Omit<Row, 'top'>[], end: number, { width, measure }: Sheet): Grid {
	const atMost = (widest: number | undefined) =>
		Math.min(Math.ceil(widest ?? 0), Math.floor(width * mostOfWidth));
	const labelWidth = atMost(max(rows, ({ label }) => measure(label, 'plain')));
	const textWidth = atMost(max(rows, ({ text }) => measure(text, 'strong')));
	const barLeft = labelWidth + gap;
	const barLength = width - barLeft - gap - textWidth;
	const shared = { textWidth, end };
	if (barLength >= shortestBeside)
		return { ...shared, isBeside: true, rowHeight: 26, labelWidth, barLeft, barTop: 6, barLength };
	return {
		...{ ...shared, isBeside: false, rowHeight: lineHeight + thickness + 2 * gap },
		...{ labelWidth: width - textWidth - gap, barLeft: 0, barTop: lineHeight + 2, barLength: width },
	};
}

/** What all marks of a place say. */
function textOf(stack: readonly Stacked[]): string {
	const said = stack.filter((each) => isShown(each, stack));
	return said.map(({ mark }) => mark.text).join(' + ');
}

function textsOf(
	{ label, text, stack, top }: Row,
	grid: Grid,
	{ width, measure }: Sheet,
): readonly SceneText[] {
	const { isBeside, labelWidth, textWidth, barLeft, barTop, barLength, end } = grid;
	const y = top + (isBeside ? barTop + thickness - 3 : baseline);
	const barEnd = barLeft + pixels(stack.at(-1)?.to ?? 0, end, barLength);
	const place = isBeside
		? ({ x: barEnd + gap, anchor: 'start' } as const)
		: ({ x: width, anchor: 'end' } as const);
	const parts: readonly SceneText[] = [
		{ x: 0, y, anchor: 'start', tone: 'plain', text: cut(label, labelWidth, measure), whole: label },
		{ ...place, y, tone: 'strong', text: cut(text, textWidth, measure, 'strong'), whole: text },
	];
	return parts.filter((part) => part.text !== '');
}

function marksOf({ stack, index, top }: Row, grid: Grid, { width }: Sheet): readonly PlacedMark[] {
	const { barLeft, barTop, barLength, end, rowHeight } = grid;
	const shown = stack.filter((each) => isShown(each, stack));
	return shown.map(({ mark, look, from, to }, column) => {
		const left = pixels(from, end, barLength);
		const length = pixels(to, end, barLength) - left;
		const box = { x: barLeft + left, y: top + barTop, width: length, height: thickness };
		const reach = stack.length === 1 ? { x: 0, y: top, width, height: rowHeight } : box;
		return { mark, look, box, reach, column, row: index };
	});
}
