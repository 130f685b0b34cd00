import type { Chart } from '../../messages/chart.ts';
import { type Look, patterns, tile } from './layout/looks.ts';
import type { Palette } from './layout/palette.ts';
import { poster } from './layout/poster.ts';
import type { Box, Rule, Scene, SceneText, Sheet } from './layout/scene.ts';
import { fontOf } from './measuring.ts';

/** Pixels of a picture for each of the page, as screens have them. */
const density = 2;

/** A picture of a chart with what is said of it, as a PNG in base64. */
export function picture(chart: Chart, sheet: Sheet, palette: Palette): string {
	const scene = poster(chart, sheet);
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(scene.width * density);
	canvas.height = Math.round(scene.height * density);
	const context = canvas.getContext('2d');
	if (!context) return '';
	context.scale(density, density);
	new Painter(context, palette).paint(scene);
	return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

class Painter {
	readonly #context: CanvasRenderingContext2D;
	readonly #palette: Palette;

	constructor(context: CanvasRenderingContext2D, palette: Palette) {
		this.#context = context;
		this.#palette = palette;
	}

	paint({ width, height, frames, rules, keys, marks, texts }: Scene): void {
		const { ground, frame, today } = this.#palette;
		this.#fill({ x: 0, y: 0, width, height }, ground);
		for (const { box } of frames) this.#outline(box, frame, 1);
		for (const { box } of frames.filter(({ isToday }) => isToday)) this.#outline(box, today, 2);
		for (const rule of rules) this.#line(rule);
		for (const { swatch, look } of keys) this.#mark(swatch, look);
		for (const { box, look } of marks) if (box.width > 0 && box.height > 0) this.#mark(box, look);
		for (const text of texts) this.#write(text);
	}

	#mark(box: Box, look: Look): void {
		const { fill, edge, ink } = this.#palette.looks[look];
		this.#fill(box, fill);
		const pattern = patternOf(look, ink, this.#context);
		if (pattern) this.#fill(box, pattern);
		this.#outline(box, edge, 1);
	}

	#fill({ x, y, width, height }: Box, style: string | CanvasPattern): void {
		this.#context.fillStyle = style;
		this.#context.fillRect(x, y, width, height);
	}

	#outline({ x, y, width, height }: Box, style: string, thickness: number): void {
		this.#context.strokeStyle = style;
		this.#context.lineWidth = thickness;
		this.#context.strokeRect(x, y, width, height);
	}

	#line({ x1, y1, x2, y2, tone }: Rule): void {
		this.#context.strokeStyle = this.#palette.rules[tone];
		this.#context.lineWidth = 1;
		this.#context.stroke(new Path2D(`M${x1} ${y1}L${x2} ${y2}`));
	}

	/** With a rim in the colour of the ground, so that lines don't run through letters. */
	#write({ x, y, anchor, tone, text }: SceneText): void {
		const context = this.#context;
		const { ground, tones, family } = this.#palette;
		context.font = fontOf(tone, family);
		context.textAlign = anchor === 'middle' ? 'center' : anchor;
		Object.assign(context, { strokeStyle: ground, lineWidth: 3, lineJoin: 'round', fillStyle: tones[tone] });
		context.strokeText(text, x, y);
		context.fillText(text, x, y);
	}
}

function patternOf(look: Look, ink: string, context: CanvasRenderingContext2D): CanvasPattern | null {
	if (patterns[look] === '') return null;
	const size = tile * density;
	const canvas = new OffscreenCanvas(size, size);
	const inside = canvas.getContext('2d');
	if (!inside) return null;
	inside.scale(density, density);
	inside.fillStyle = ink;
	inside.fill(new Path2D(patterns[look]));
	const pattern = context.createPattern(canvas, 'repeat');
	pattern?.setTransform(new DOMMatrix().scale(1 / density));
	return pattern;
}
