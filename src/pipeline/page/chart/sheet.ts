import type { Measure, Sheet } from './layout/scene.ts';
import { measuring } from './measuring.ts';

/** How wide texts are, by family of letters. */
const measures = new Map<string, Measure>();

/** What a chart is laid out for. @param width in pixels @param family of its letters, as CSS writes it */
export function sheetFor(width: number, family: string): Sheet {
	const measure = measures.get(family) ?? measuring(family);
	measures.set(family, measure);
	// Days are those of UTC, as everywhere in the table.
	return { width, measure, locale: readerLocale(), today: new Date().toISOString().slice(0, 10) };
}

/** The language of the page, where Intl takes it. */
function readerLocale(): string {
	const { lang } = document.documentElement;
	try {
		return new Intl.Locale(lang).toString();
	} catch {
		return 'en';
	}
}
