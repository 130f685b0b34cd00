import { visible } from './visible.ts';

/**
 * Text from a stranger as one harmless line: white space and control characters become single spaces, marks that
 * reorder or hide the text around them go, and what is too long ends in an ellipsis.
 */
export function oneLine(text: string, longest = 200): string {
	if (text.length <= longest && plain.test(text)) return text;
	const trimmed = text.trim();
	const head = trimmed.slice(0, longest * 4);
	const line = visible(head).replace(blank, ' ').trim();
	const characters = [...line];
	if (characters.length <= longest && head.length === trimmed.length) return line;
	return `${characters.slice(0, longest - 1).join('')}…`;
}

const blank = /[\s\p{Cc}]+/gu;
/** Words of ASCII with a space between them, as most texts are: there is nothing to do. */
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;
