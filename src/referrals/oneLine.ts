/**
 * Text from a stranger as one harmless line: white space and control characters become single spaces, marks that
 * reorder or hide the text around them go, and what is too long ends in an ellipsis.
 */
export function oneLine(text: string, longest = 200): string {
	const head = text.slice(0, longest * 4);
	const line = head.replace(invisible, '').replace(blank, ' ').trim();
	const characters = [...line];
	if (characters.length <= longest && head.length === text.length) return line;
	return `${characters.slice(0, longest - 1).join('')}…`;
}

const blank = /[\s\p{Cc}]+/gu;
// Marks that embed, override or isolate bidirectional text, zero-width characters, soft hyphens, annotations, the
// byte order mark, tags, and half surrogate pairs.
const invisible =
	/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
