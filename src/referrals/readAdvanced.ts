import { oneLine } from './oneLine.ts';
import { type Asked, type Input, refused } from './queryInput.ts';

/** In characters; addresses of some 8,000 are refused by web servers, and encoding triples what is not ASCII. */
const longest = 2000;

/**
 * Reads an OData expression that is sent in parentheses: it must not get out of them, nor hide anything. Whether
 * it is OData is for `readOdata` or the service to say.
 */
export function readAdvanced(asked: Asked, text: string): Input {
	const value = text.trim();
	if (value.length > longest) return refused(asked, value, `is longer than ${longest} characters`);
	if (oneLine(value, longest) !== value.replace(/ +/g, ' '))
		return refused(asked, value, 'has characters that cannot be seen, or line breaks');
	const wrong = imbalanceOf(value);
	return value && wrong === undefined ? { value } : refused(asked, value, wrong ?? '');
}

function imbalanceOf(text: string): string | undefined {
	const bare = text.replace(/'[^']*'/g, (literal) => ' '.repeat(literal.length));
	if (bare.includes("'")) return "has a quote (') that is not closed";
	let depth = 0;
	for (let at = 0; at < bare.length; at++) {
		depth += steps[bare.charAt(at)] ?? 0;
		if (depth < 0) return `closes a parenthesis at position ${at + 1} that was not opened`;
	}
	return depth > 0 ? 'has a parenthesis that is not closed' : undefined;
}

const steps: Readonly<Record<string, number>> = { '(': 1, ')': -1 };
