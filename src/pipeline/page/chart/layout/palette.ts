import type { Look } from './looks.ts';
import type { Rule, Tone } from './scene.ts';

/** The colours of a drawing outside of the page, and the family of its letters, as CSS writes them. */
export interface Palette {
	/** What everything stands on. */
	readonly ground: string;
	readonly tones: Readonly<Record<Tone, string>>;
	readonly rules: Readonly<Record<Rule['tone'], string>>;
	/** Around a cell, and around the one of today. */
	readonly frame: string;
	readonly today: string;
	readonly looks: Readonly<Record<Look, Paint>>;
	readonly family: string;
}

/** How a mark is painted: its colour, that of its edge, and that of its pattern. */
export interface Paint {
	readonly fill: string;
	readonly edge: string;
	readonly ink: string;
}

const [white, black, grey, light] = ['#ffffff', '#1f1f1f', '#555555', '#d4d4d4'] as const;
const paint = (fill: string): Paint => ({ fill, edge: fill, ink: white });

/** Of what is printed. */
export const onPaper: Palette = {
	ground: white,
	tones: { plain: black, quiet: grey, strong: black, title: black },
	rules: { axis: grey, grid: light },
	...{ frame: light, today: black },
	looks: {
		'series-0': paint('#005fb8'),
		'series-1': paint('#9a6700'),
		'series-2': paint('#7a3e9d'),
		'series-3': paint('#2e7d32'),
		overdue: paint('#b3261e'),
	},
	family: "'Segoe UI', system-ui, sans-serif",
};
