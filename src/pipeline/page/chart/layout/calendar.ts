import { max } from 'd3-array';
import type { Chart } from '../../../messages/chart.ts';
import { longestOf, pixels, type Stacked, stacksOf } from './amounts.ts';
import { cut } from './cut.ts';
import {
	type Box,
	baseline,
	lineHeight,
	type PlacedMark,
	type Scene,
	type SceneText,
	type Sheet,
} from './scene.ts';
import { type WeekWords, weekWords } from './weekWords.ts';

const daysInWeek = 7;
const dayLength = 86_400_000;
const inset = 4;
const barHeight = 8;

/** A day, and where it stands. */
interface Day {
	/** The midnight in UTC at which it begins. */
	readonly time: number;
	readonly label: string;
	/** What it has; empty for nothing. */
	readonly text: string;
	readonly stack: readonly Stacked[];
	readonly isToday: boolean;
	readonly column: number;
	readonly row: number;
}

/** How large cells are. */
interface Cells {
	readonly width: number;
	readonly height: number;
	/** Whether what a day has stands beside its number, rather than below it. */
	readonly isOneLine: boolean;
}

/**
 * Weeks one below the other, with a bar in each day for what it has. Places are days in UTC, as their ids say; others are left
 * out.
 */
export function calendarScene(chart: Chart, sheet: Sheet): Scene {
	const words = weekWords(sheet.locale);
	const days = daysOf(chart, words, sheet.today);
	const cells = cellsOf(days, sheet);
	const end = longestOf(days.map(({ stack }) => stack));
	const rows = (max(days, ({ row }) => row) ?? -1) + 1;
	return {
		...{ width: sheet.width, height: lineHeight + rows * cells.height + 1, keys: [], rules: [] },
		frames: days.map((day) => ({ box: cellOf(day, cells), isToday: day.isToday })),
		texts: [...headTexts(words, cells, sheet), ...days.flatMap((day) => textsOf(day, cells, words, sheet))],
		marks: days.flatMap((day) => marksOf(day, cells, end)),
	};
}

function daysOf(chart: Chart, words: WeekWords, today: string): readonly Day[] {
	const stacks = stacksOf(chart);
	const found = chart.places.flatMap(({ id, label }, index) => {
		const time = Date.parse(`${id}T00:00:00Z`);
		const stack = stacks[index] ?? [];
		const text = stack.flatMap(({ mark }) => (mark.value > 0 ? mark.text : [])).join(' + ');
		return Number.isNaN(time) ? [] : [{ time, label, text, stack, isToday: id === today }];
	});
	const first = found[0]?.time ?? 0;
	const begins = first - words.columnOf(first) * dayLength;
	return found.map((day) => ({
		...day,
		column: words.columnOf(day.time),
		row: Math.floor((day.time - begins) / (daysInWeek * dayLength)),
	}));
}

function cellsOf(days: readonly Day[], { width, measure }: Sheet): Cells {
	const cellWidth = width / daysInWeek;
	const widest = max(days, ({ text }) => measure(text, 'strong')) ?? 0;
	// Beside a number of two digits.
	const isOneLine = measure('00', 'strong') + widest + 3 * inset <= cellWidth;
	const height = (isOneLine ? 1 : 2) * lineHeight + barHeight + 2 * inset;
	return { width: cellWidth, height, isOneLine };
}

function cellOf({ column, row }: Day, { width, height }: Cells): Box {
	return { x: column * width, y: lineHeight + row * height, width, height };
}

function headTexts({ heads }: WeekWords, { width }: Cells, { measure }: Sheet): readonly SceneText[] {
	return heads.map((whole, column) => {
		const text = cut(whole, width - 2, measure, 'quiet');
		return { x: (column + 0.5) * width, y: baseline, anchor: 'middle', tone: 'quiet', text, whole };
	});
}

function textsOf(day: Day, cells: Cells, words: WeekWords, { measure }: Sheet): readonly SceneText[] {
	const { x, y } = cellOf(day, cells);
	const tone = day.isToday ? 'strong' : 'quiet';
	const text = cut(day.text, cells.width - 2 * inset, measure, 'strong');
	const taken = cells.isOneLine && text ? measure(text, 'strong') + inset : 0;
	const free = cells.width - 2 * inset - taken;
	const number = words.dayTexts(day).find((each) => measure(each, tone) <= free) ?? '';
	const line = y + inset + baseline - 2;
	const place = cells.isOneLine
		? ({ x: x + cells.width - inset, y: line, anchor: 'end' } as const)
		: ({ x: x + inset, y: line + lineHeight, anchor: 'start' } as const);
	const parts: readonly SceneText[] = [
		{ x: x + inset, y: line, anchor: 'start', tone, text: number, whole: day.label },
		{ ...place, tone: 'strong', text, whole: day.text },
	];
	return parts.filter((part) => part.text !== '');
}

function marksOf(day: Day, cells: Cells, end: number): readonly PlacedMark[] {
	const reach = cellOf(day, cells);
	const length = cells.width - 2 * inset;
	const y = reach.y + reach.height - inset - barHeight;
	return day.stack.slice(0, 1).map(({ mark, look, to }) => ({
		...{ mark, look, column: day.column, row: day.row, reach },
		box: { x: reach.x + inset, y, width: pixels(to, end, length), height: barHeight },
	}));
}
