import * as l10n from '@vscode/l10n';
import type { Chart } from '../../../messages/chart.ts';
import { cut } from './cut.ts';
import { type Look, seriesLook } from './looks.ts';
import { baseline, gap, type Key, lineHeight, type SceneText, type Sheet } from './scene.ts';

const swatchWidth = 14;
const swatchHeight = 10;

/** What stands above a chart, in as many lines as it takes. */
export interface Keys {
	readonly keys: readonly Key[];
	readonly texts: readonly SceneText[];
	readonly height: number;
}

/** What tells looks apart where there are several: the series, and what is overdue. */
export function keysOf(chart: Chart, { width, measure }: Sheet): Keys {
	const all = labelsOf(chart);
	const [keys, texts]: [Key[], SceneText[]] = [[], []];
	let [x, y] = [0, 0];
	for (const { label, look } of all) {
		const text = cut(label, width - swatchWidth - gap, measure);
		const length = swatchWidth + gap + measure(text, 'plain');
		if (x > 0 && x + length > width) [x, y] = [0, y + lineHeight];
		keys.push({ look, swatch: { x, y: y + 4, width: swatchWidth, height: swatchHeight } });
		const at = { x: x + swatchWidth + gap, y: y + baseline };
		texts.push({ ...at, anchor: 'start', tone: 'plain', text, whole: label });
		x += length + 2 * gap;
	}
	return { keys, texts, height: all.length > 0 ? y + lineHeight + gap : 0 };
}

/** A series all of whose marks are overdue says so by its own label. */
function labelsOf({ series, marks }: Chart): readonly { readonly label: string; readonly look: Look }[] {
	const drawn = marks.filter(({ value }) => value > 0);
	const looksIn = (id: string) =>
		new Set(drawn.filter((mark) => mark.series === id).map((mark) => mark.overdue));
	const known = series.map(({ id, label }, index) => {
		const found = looksIn(id);
		const look = found.has(true) && !found.has(false) ? 'overdue' : seriesLook(index);
		return { label, look };
	});
	const isTold = known.some(({ look }) => look === 'overdue');
	const isMissing = !isTold && drawn.some(({ overdue }) => overdue);
	const all = [...known, ...(isMissing ? [{ label: l10n.t('Overdue'), look: 'overdue' } as const] : [])];
	return all.length > 1 ? all : [];
}
