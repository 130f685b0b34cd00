import { nothing, type SVGTemplateResult, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Look, looks, patterns, tile } from './layout/looks.ts';
import type { Box, PlacedMark, Scene, SceneText } from './layout/scene.ts';

/** How a chart is drawn on the page. */
export interface Drawing {
	/** The id of the chart, unique on the page. */
	readonly id: string;
	readonly scene: Scene;
	/** The id of the mark that Tab leads to. */
	readonly current: string | undefined;
}

/** What stands in an `svg` of the size of the scene; all styles are classes, because the page allows no others. */
export function drawingView({ id, scene, current }: Drawing): SVGTemplateResult {
	const painted = (box: Box, look: Look) => paintedView(box, look, patternId(id, look));
	const markView = (placed: PlacedMark) => svg`
		<g
			role="button"
			class="mark"
			tabindex=${placed.mark.id === current ? 0 : -1}
			aria-pressed=${placed.mark.pressed}
			aria-label=${placed.mark.spoken}
			data-mark=${placed.mark.id}
		>
			<title>${placed.mark.spoken}</title>
			${rectangle(placed.reach, 'reach')} ${painted(placed.box, placed.look)} ${rectangle(rimOf(placed, scene.width), 'rim')}
		</g>
	`;
	return svg`
		<defs>${looks.map((look) => patternView(look, patternId(id, look)))}${samples}</defs>
		<g aria-hidden="true">
			${scene.frames.map(({ box, isToday }) => rectangle(box, isToday ? 'frame today' : 'frame'))}
			${scene.rules.map(({ x1, y1, x2, y2, tone }) => svg`<path class=${tone} d=${`M${x1} ${y1}L${x2} ${y2}`} />`)}
			${scene.keys.map(({ look, swatch }) => painted(swatch, look))}
			${scene.texts.map(textView)}
		</g>
		${repeat(scene.marks, ({ mark }) => mark.id, markView)}
	`;
}

/** Of each thing that has a colour one, from which `colorsOf` reads it. */
const samples = svg`
	${['ground', 'frame', 'frame today'].map((name) => svg`<rect class=${name} />`)}
	${['axis', 'grid'].map((name) => svg`<path class=${name} />`)}
	${['plain', 'quiet', 'strong'].map((name) => svg`<text class=${name}></text>`)}
	${looks.map((look) => svg`<rect class=${`paint ${look}`} />`)}
`;

function patternId(id: string, look: Look): string {
	return `chart-${id}-${look}`;
}

function patternView(look: Look, id: string): SVGTemplateResult {
	return svg`
		<pattern id=${id} width=${tile} height=${tile} patternUnits="userSpaceOnUse">
			<path class=${`ink ${look}`} d=${patterns[look]} />
		</pattern>
	`;
}

function paintedView(box: Box, look: Look, pattern: string): SVGTemplateResult {
	const { x, y, width, height } = box;
	return svg`
		${rectangle(box, `paint ${look}`)}
		<rect class="pattern" x=${x} y=${y} width=${width} height=${height} fill=${`url(#${pattern})`} />
	`;
}

function rectangle({ x, y, width, height }: Box, name: string): SVGTemplateResult {
	return svg`<rect class=${name} x=${x} y=${y} width=${Math.max(0, width)} height=${Math.max(0, height)} />`;
}

/** Around what is drawn, or just inside of what can be clicked where that is more. @param whole how wide the drawing is */
function rimOf({ box, reach }: PlacedMark, whole: number): Box {
	const { x, y, width, height } = reach;
	const by = width > box.width || height > box.height ? -1 : 2;
	// The letters of a row begin where the drawing does.
	const across = width >= whole ? 4 : by;
	return { x: x - across, y: y - by, width: width + 2 * across, height: height + 2 * by };
}

/** What was cut is whole where the pointer stays on it. */
function textView({ x, y, anchor, tone, text, whole }: SceneText): SVGTemplateResult {
	return svg`
		<text class=${tone} x=${x} y=${y} text-anchor=${anchor}>${text}${text === whole ? nothing : svg`<title>${whole}</title>`}</text>
	`;
}
