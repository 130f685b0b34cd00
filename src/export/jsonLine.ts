import { prunedJson } from '../text/prunedJson.ts';
import { compactJson } from '../text/reprinted.ts';
import { visibleJson } from '../text/visible.ts';

/** Deeper than any referral. */
const deepest = 100;

/**
 * JSON in one line, without a line end. What hides or reorders text is escaped, and so are characters that some take
 * for the end of a line. What is too deep to be written stands as "…".
 */
export function jsonLine(json: unknown): string {
	try {
		return visibleJson(JSON.stringify(json) ?? 'null');
	} catch {
		return visibleJson(JSON.stringify(prunedJson(json, deepest)));
	}
}

/** The same of JSON text, in which numbers and all else stay as they came. */
export function exactLine(text: string): string {
	return visibleJson(compactJson(text));
}
