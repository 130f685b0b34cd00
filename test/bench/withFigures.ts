const [begin, end] = ['<!-- figures: npm run bench:readme -->', '<!-- end of figures -->'];

/**
 * A text with other figures between the marks.
 * @throws {Error} where the marks are missing
 */
export function withFigures(text: string, figures: string): string {
	const [from, to] = [text.indexOf(begin), text.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`The README has no place for figures: ${begin} … ${end}`);
	return `${text.slice(0, from + begin.length)}\n\n${figures}\n\n${text.slice(to)}`;
}
