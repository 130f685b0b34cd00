import type { Chart } from '../../../messages/chart.ts';
import { lettering } from './lettering.ts';
import { type Look, patterns, tile } from './looks.ts';
import { onPaper } from './palette.ts';
import { poster } from './poster.ts';
import type { Box, Frame, Rule, Scene, SceneText, Sheet } from './scene.ts';

/** A chart as an SVG that stands for itself: on white, with what is said of it, and in it only what is drawn. */
export function printed(chart: Chart, sheet: Sheet): string {
	const scene = poster(chart, sheet);
	const { width, height } = scene;
	const looks = new Set([...scene.marks, ...scene.keys].map(({ look }) => look));
	const about = {
		...{ xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'font-family': onPaper.family },
		...{ viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, width, height },
	};
	return element(
		'svg',
		about,
		element('title', {}, escaped(chart.title)),
		element('desc', {}, escaped(chart.sentence)),
		element('defs', {}, ...[...looks].map((look) => patternOf(look, chart.id))),
		rectangle({ x: 0, y: 0, width, height }, { fill: onPaper.ground }),
		...drawn(scene, chart.id),
	);
}

function drawn({ frames, rules, keys, marks, texts }: Scene, id: string): readonly string[] {
	const seen = marks.filter(({ box }) => box.width > 0 && box.height > 0);
	return [
		...frames.map(frameOf),
		...rules.map(ruleOf),
		...keys.flatMap(({ look, swatch }) => painted(swatch, look, id)),
		...seen.flatMap(({ box, look }) => painted(box, look, id)),
		...texts.map(textOf),
	];
}

/** Drawings stand on the same page, so that each calls its patterns by its own name. */
function patternId(look: Look, id: string): string {
	return `printed-${id}-${look}`;
}

function patternOf(look: Look, id: string): string {
	const path = patterns[look] && element('path', { d: patterns[look], fill: onPaper.looks[look].ink });
	const about = { id: patternId(look, id), width: tile, height: tile, patternUnits: 'userSpaceOnUse' };
	return element('pattern', about, path);
}

function painted(box: Box, look: Look, id: string): readonly string[] {
	const { fill, edge } = onPaper.looks[look];
	return [
		rectangle(box, { fill }),
		...(patterns[look] ? [rectangle(box, { fill: `url(#${patternId(look, id)})` })] : []),
		rectangle(box, { fill: 'none', stroke: edge }),
	];
}

function frameOf({ box, isToday }: Frame): string {
	const { frame, today } = onPaper;
	return rectangle(box, {
		fill: 'none',
		stroke: isToday ? today : frame,
		'stroke-width': isToday ? 2 : 1,
	});
}

function ruleOf({ x1, y1, x2, y2, tone }: Rule): string {
	const d = `M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}`;
	return element('path', { d, stroke: onPaper.rules[tone] });
}

function textOf({ x, y, anchor, tone, text }: SceneText): string {
	const { weight, size } = lettering[tone];
	const letters = { 'font-size': size, 'font-weight': weight, fill: onPaper.tones[tone] };
	return element('text', { x, y, 'text-anchor': anchor, ...letters }, escaped(text));
}

function rectangle({ x, y, width, height }: Box, paint: Readonly<Record<string, string | number>>): string {
	return element('rect', { x, y, width, height, ...paint });
}

/** @param inside what is escaped already */
function element(
	name: string,
	attributes: Readonly<Record<string, string | number>>,
	...inside: readonly string[]
): string {
	const said = Object.entries(attributes).map(([key, value]) => {
		return ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`;
	});
	return `<${name}${said.join('')}>${inside.join('')}</${name}>`;
}

/** In hundredths. */
function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}

/** A text as XML takes it: nothing in it is markup, and nothing is what XML doesn't know. */
function escaped(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
