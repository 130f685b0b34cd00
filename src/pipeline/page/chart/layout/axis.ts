import { cut, wrapped } from './cut.ts';
import { baseline, gap, lineHeight, type SceneText, type Sheet } from './scene.ts';

/** What stands below a place, and where the middle of the place is. */
interface PlaceLabel {
	readonly label: string;
	readonly middle: number;
}

/** The edge under which labels stand. */
interface Edge {
	readonly bottom: number;
	/** From one place to the next. */
	readonly step: number;
}

interface AxisTexts {
	readonly texts: readonly SceneText[];
	readonly height: number;
}

/** More lines would take the room of what they are about. */
const mostLines = 2;

/** The labels of places: each, in two lines at most, where there is room for that, else as many as fit side by side. */
export function axisTexts(labels: readonly PlaceLabel[], edge: Edge, sheet: Sheet): AxisTexts {
	const { measure } = sheet;
	const lines = labels.map(({ label }) => wrapped(label, edge.step - 4, measure, 'plain'));
	const isWhole = labels.every(({ label }, index) => lines[index]?.join(' ') === label);
	const most = Math.max(1, ...lines.map(({ length }) => length));
	if (!isWhole || most > mostLines) return { texts: someTexts(labels, edge, sheet), height: heightOf(1) };
	const texts = labels.flatMap(({ label, middle }, index) =>
		(lines[index] ?? []).map((text, line) => textAt(middle, edge.bottom + line * lineHeight, text, label)),
	);
	return { texts, height: heightOf(most) };
}

/**
 * As many as fit side by side, at the same distance from each other; the last one is always there, since it may be of its own
 * kind, such as what has no date.
 */
function someTexts(
	labels: readonly PlaceLabel[],
	{ bottom }: Edge,
	{ width, measure }: Sheet,
): readonly SceneText[] {
	const spots = labels.map(({ label, middle }) => {
		const text = cut(label, width / 2, measure);
		const half = measure(text, 'plain') / 2;
		return { label, text, half, x: Math.min(Math.max(middle, half), width - half) };
	});
	for (let every = 1; every <= spots.length; every++) {
		const shown = spots.filter((_, index) => (spots.length - 1 - index) % every === 0);
		const isFree = shown.every(({ x, half }, index) => {
			const before = shown[index - 1];
			return !before || before.x + before.half + 2 * gap <= x - half;
		});
		if (isFree) return shown.map(({ x, text, label }) => textAt(x, bottom, text, label));
	}
	return [];
}

function textAt(x: number, top: number, text: string, whole: string): SceneText {
	return { x, y: top + gap + baseline, anchor: 'middle', tone: 'plain', text, whole };
}

function heightOf(lines: number): number {
	return gap + lines * lineHeight;
}
