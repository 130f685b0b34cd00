import type { Look } from './layout/looks.ts';
import type { Paint, Palette } from './layout/palette.ts';

/** The colours that a drawing on the page has now, whatever theme they are of. @param drawing what `drawingView` drew */
export function colorsOf(drawing: Element): Palette {
	const styleOf = (name: string) => getComputedStyle(drawing.querySelector(`defs ${name}`) ?? drawing);
	const fillOf = (name: string) => styleOf(name).fill;
	const strokeOf = (name: string) => styleOf(name).stroke;
	const paintOf = (look: Look): Paint => ({
		...{ fill: fillOf(`rect.${look}`), edge: strokeOf(`rect.${look}`), ink: fillOf(`path.${look}`) },
	});
	return {
		ground: fillOf('.ground'),
		tones: {
			...{ plain: fillOf('.plain'), quiet: fillOf('.quiet') },
			...{ strong: fillOf('.strong'), title: fillOf('.strong') },
		},
		rules: { axis: strokeOf('.axis'), grid: strokeOf('.grid') },
		...{ frame: strokeOf('.frame'), today: strokeOf('.today') },
		looks: {
			...{ 'series-0': paintOf('series-0'), 'series-1': paintOf('series-1') },
			...{ 'series-2': paintOf('series-2'), 'series-3': paintOf('series-3') },
			overdue: paintOf('overdue'),
		},
		family: getComputedStyle(drawing).fontFamily,
	};
}
