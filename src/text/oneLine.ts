import { longest } from './longest.ts';
import { visible } from './visible.ts';

/**
 * Text from a stranger as one harmless line: white space and control characters become single spaces, marks that
 * reorder or hide the text around them go, and what is too long ends in an ellipsis.
 */
export function oneLine(text: string, most: number = longest.line): string {
	if (text.length <= most && plain.test(text)) return text;
	const trimmed = text.trim();
	const head = trimmed.slice(0, most * 4);
	const line = visible(head).replace(blank, ' ').trim();
	const characters = [...line];
	if (characters.length <= most && head.length === trimmed.length) return line;
	return `${characters.slice(0, most - 1).join('')}…`;
}

const blank = /[\s\p{Cc}]+/gu;
/** Words of ASCII with a space between them, as most texts are: there is nothing to do. */
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;
