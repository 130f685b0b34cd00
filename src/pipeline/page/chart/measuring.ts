import { lettering } from './layout/lettering.ts';
import type { Measure, Tone } from './layout/scene.ts';

/** Texts are much the same from one drawing to the next. */
const mostKept = 5_000;

/** How wide texts are in a family of letters. */
export function measuring(family: string): Measure {
	const context = document.createElement('canvas').getContext('2d');
	const known = new Map<string, number>();
	return (text, tone) => {
		const font = fontOf(tone, family);
		const key = `${font} ${text}`;
		const before = known.get(key);
		if (before !== undefined) return before;
		if (known.size >= mostKept) known.clear();
		if (context) context.font = font;
		const width = context?.measureText(text).width ?? 0;
		known.set(key, width);
		return width;
	};
}

export function fontOf(tone: Tone, family: string): string {
	const { weight, size } = lettering[tone];
	return `${weight} ${size}px ${family}`;
}
