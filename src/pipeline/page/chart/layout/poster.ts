import type { Chart } from '../../../messages/chart.ts';
import { wrapped } from './cut.ts';
import { layout } from './layout.ts';
import { type Box, baseline, gap, lineHeight, type Scene, type SceneText, type Sheet } from './scene.ts';

const margin = 16;
const titleHeight = 26;

/** A chart with what is said of it, as it goes somewhere else. */
export function poster(chart: Chart, sheet: Sheet): Scene {
	const { measure } = sheet;
	const width = sheet.width - 2 * margin;
	const scene = layout(chart, { ...sheet, width });
	const titles = wrapped(chart.title, width, measure, 'title');
	const sentences = wrapped(chart.sentence, width, measure, 'quiet');
	const below = margin + titles.length * titleHeight;
	const top = below + sentences.length * lineHeight + 2 * gap;
	const line = { x: margin, anchor: 'start' } as const;
	const heads = [
		...titles.map((text, index): SceneText => {
			return { ...line, y: margin + index * titleHeight + baseline + 2, tone: 'title', text, whole: text };
		}),
		...sentences.map((text, index): SceneText => {
			return { ...line, y: below + index * lineHeight + baseline, tone: 'quiet', text, whole: text };
		}),
	];
	const inside = moved(scene, margin, top);
	return {
		...inside,
		width: sheet.width,
		height: Math.ceil(top + scene.height + margin),
		texts: [...heads, ...inside.texts],
	};
}

function moved(scene: Scene, right: number, down: number): Scene {
	const box = ({ x, y, ...size }: Box): Box => ({ x: x + right, y: y + down, ...size });
	return {
		...scene,
		texts: scene.texts.map((text) => ({ ...text, x: text.x + right, y: text.y + down })),
		rules: scene.rules.map(({ x1, y1, x2, y2, tone }) => {
			return { x1: x1 + right, y1: y1 + down, x2: x2 + right, y2: y2 + down, tone };
		}),
		frames: scene.frames.map((frame) => ({ ...frame, box: box(frame.box) })),
		marks: scene.marks.map((mark) => ({ ...mark, box: box(mark.box), reach: box(mark.reach) })),
		keys: scene.keys.map(({ look, swatch }) => ({ look, swatch: box(swatch) })),
	};
}
