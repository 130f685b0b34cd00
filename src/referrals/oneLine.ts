/**
 * Text from a stranger as one harmless line: white space and control characters become single spaces, marks that
 * reorder or hide the text around them go, and what is too long ends in an ellipsis.
 */
export function oneLine(text: string, longest = 200): string {
	const line = text
		.slice(0, longest * 4)
		.replace(invisible, '')
		.replace(blank, ' ')
		.trim();
	const characters = [...line];
	return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

const blank = /[\s\p{Cc}\u2028\u2029]+/gu;
// Embeddings, overrides and isolates of bidirectional text, zero-width characters, the byte order mark, tags.
const invisible = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
