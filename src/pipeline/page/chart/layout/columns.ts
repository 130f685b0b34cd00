import { max, nice, ticks } from 'd3-array';
import { scaleBand } from 'd3-scale';
import type { Chart } from '../../../messages/chart.ts';
import { isShown, longestOf, pixels, type Stacked, stacksOf } from './amounts.ts';
import { axisTexts } from './axis.ts';
import { keysOf } from './keys.ts';
import {
	gap,
	lineHeight,
	type PlacedMark,
	type Rule,
	type Scene,
	type SceneText,
	type Sheet,
} from './scene.ts';

const plotHeight = 140;
/** As many lines behind columns as don't take the eye from them. */
const tickCount = 4;
const widestColumn = 56;
const padding = 0.3;

/** Where columns stand, and how high they can be. */
interface Plot {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	/** What the top stands for. */
	readonly end: number;
	/** From the middle of a place to that of the next one. */
	readonly step: number;
	readonly thickness: number;
	/** The middle of what is at a place. */
	middleOf(index: number): number;
}

/** A line behind the columns, and what it stands for. */
interface Tick {
	readonly value: number;
	readonly text: string;
}

/** Columns from the bottom, one for each place, with the series of a place on top of each other. */
export function columnsScene(chart: Chart, sheet: Sheet): Scene {
	const stacks = stacksOf(chart);
	const keys = keysOf(chart, sheet);
	const ticks = ticksOf(chart, longestOf(stacks), sheet);
	const plot = plotOf(stacks.length, ticks, keys.height + lineHeight, sheet);
	const labels = chart.places.map(({ label }, index) => ({ label, middle: plot.middleOf(index) }));
	const axis = axisTexts(labels, plot, sheet);
	return {
		...{ width: sheet.width, height: plot.bottom + axis.height, keys: keys.keys },
		texts: [...keys.texts, ...tickTexts(ticks, plot), ...axis.texts, ...topTexts(stacks, plot, sheet)],
		rules: ticks.map((tick) => ruleOf(tick, plot)),
		frames: [],
		marks: stacks.flatMap((stack, index) => marksOf(stack, index, plot)),
	};
}

/** What is counted has no parts, so that there is nothing between one and none. */
function ticksOf({ marks }: Chart, longest: number, { locale }: Sheet): readonly Tick[] {
	const [, end = 1] = nice(0, longest || 1, tickCount);
	const isWhole = marks.every(({ value }) => Number.isInteger(value));
	const found = ticks(0, end, tickCount).filter((value) => !isWhole || Number.isInteger(value));
	const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
	return found.map((value) => ({ value, text: format.format(value) }));
}

function plotOf(places: number, ticks: readonly Tick[], top: number, { width, measure }: Sheet): Plot {
	const left = gap + Math.ceil(max(ticks, ({ text }) => measure(text, 'quiet')) ?? 0);
	const band = scaleBand<number>([...Array(places).keys()], [left, width])
		.paddingInner(padding)
		.paddingOuter(padding / 2);
	const breadth = band.bandwidth();
	return {
		...{ left, right: width, top, bottom: top + plotHeight, end: ticks.at(-1)?.value ?? 1 },
		...{ step: band.step(), thickness: Math.min(breadth, widestColumn) },
		middleOf: (index) => (band(index) ?? left) + breadth / 2,
	};
}

function yOf(value: number, { bottom, end }: Plot): number {
	return bottom - pixels(value, end, plotHeight);
}

function ruleOf({ value }: Tick, plot: Plot): Rule {
	const y = yOf(value, plot);
	return { x1: plot.left, x2: plot.right, y1: y, y2: y, tone: value === 0 ? 'axis' : 'grid' };
}

function tickTexts(ticks: readonly Tick[], plot: Plot): readonly SceneText[] {
	const place = { x: plot.left - gap, anchor: 'end', tone: 'quiet' } as const;
	return ticks.map(({ value, text }) => ({ ...place, y: yOf(value, plot) + 4, text, whole: text }));
}

/** What a column is worth stands above it, where it is of one series and there is room above all that are. */
function topTexts(
	stacks: readonly (readonly Stacked[])[],
	plot: Plot,
	{ measure }: Sheet,
): readonly SceneText[] {
	const texts = stacks.flatMap((stack, index) => {
		const [only, ...others] = stack.filter(({ from, to }) => to > from);
		if (!only || others.length > 0) return [];
		const { text } = only.mark;
		const place = { x: plot.middleOf(index), y: yOf(only.to, plot) - 4 };
		return [{ ...place, anchor: 'middle', tone: 'strong', text, whole: text } as const];
	});
	return texts.every(({ text }) => measure(text, 'strong') <= plot.step - 2) ? texts : [];
}

function marksOf(stack: readonly Stacked[], index: number, plot: Plot): readonly PlacedMark[] {
	const { step, thickness, top, bottom } = plot;
	const middle = plot.middleOf(index);
	const shown = stack.filter((each) => isShown(each, stack));
	return shown.map(({ mark, look, from, to }, row) => {
		const [upper, lower] = [yOf(to, plot), yOf(from, plot)];
		const box = { x: middle - thickness / 2, y: upper, width: thickness, height: lower - upper };
		const whole = { x: middle - step / 2, y: top, width: step, height: bottom - top };
		const reach = shown.length === 1 ? whole : { ...whole, y: box.y, height: box.height };
		// Those at the bottom stand side by side, and the others above them.
		return { mark, look, box, reach, column: index, row: 0 - row };
	});
}
