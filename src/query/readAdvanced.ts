import { oneLine } from '../text/oneLine.ts';
import { imbalanceIn } from './imbalance.ts';
import { type Asked, type Input, refused } from './input.ts';

/** In characters; addresses of some 8,000 are refused by web servers, and encoding triples what is not ASCII. */
export const longestAdvanced = 2000;

/**
 * Reads an OData expression that is sent in parentheses: it must not get out of them, nor hide anything. Whether
 * it is OData is for `readOdata` or the service to say.
 */
export function readAdvanced(asked: Asked, text: string): Input {
	const value = text.trim();
	if (value.length > longestAdvanced)
		return refused(asked, value, `is longer than ${longestAdvanced} characters`);
	if (oneLine(value, longestAdvanced) !== value.replace(/ +/g, ' '))
		return refused(asked, value, 'has characters that cannot be seen, or line breaks');
	const imbalance = imbalanceIn(value);
	return value && !imbalance ? { value } : refused(asked, value, imbalance?.wrong ?? '');
}
