const begin = '<!-- begin: bench -->';
const end = '<!-- end: bench -->';

/**
 * A text with another table between its markers.
 * @throws when a marker is missing, or comes twice
 */
export function withTable(text: string, table: string): string {
	const [before, ...afterBegin] = text.split(begin);
	const [, ...afterEnd] = afterBegin.join(begin).split(end);
	if (afterBegin.length !== 1 || afterEnd.length !== 1)
		throw new Error(`Exactly one ${begin} and one ${end} after it are needed.`);
	return [before, begin, '\n', table, '\n', end, ...afterEnd].join('');
}
