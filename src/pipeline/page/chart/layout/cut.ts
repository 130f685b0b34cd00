import type { Measure, Tone } from './scene.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a text as fits into a width, with an ellipsis for the rest; nothing where not even that fits. */
export function cut(text: string, width: number, measure: Measure, tone: Tone = 'plain'): string {
	if (measure(text, tone) <= width) return text;
	const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
	let [fits, tooLong] = [-1, letters.length];
	while (tooLong - fits > 1) {
		const middle = Math.floor((fits + tooLong) / 2);
		if (measure(beginning(letters, middle), tone) <= width) fits = middle;
		else tooLong = middle;
	}
	return fits < 0 ? '' : beginning(letters, fits);
}

function beginning(letters: readonly string[], count: number): string {
	return `${letters.slice(0, count).join('').trimEnd()}…`;
}

/** A text in lines that fit into a width; a word that is too long for one is cut. */
export function wrapped(text: string, width: number, measure: Measure, tone: Tone): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : '';
		if (longer && measure(longer, tone) <= width) lines.splice(-1, 1, longer);
		else lines.push(cut(word, width, measure, tone));
	}
	return lines;
}
