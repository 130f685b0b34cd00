import { oneLine } from '../text/oneLine.ts';

/** A wire name as words: `closingDateTime` as "Closing", `addressLine1` as "Address line 1". */
export function inWords(name: string): string {
	const words = oneLine(name, longest)
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
		.replace(/([^\d\s])(\d)/g, '$1 $2')
		.toLowerCase()
		.replace(/ date time$/, '');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** In characters; no name of the service is as long. */
const longest = 80;
