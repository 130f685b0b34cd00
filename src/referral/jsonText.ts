import type { JsonObject } from '../partner/json.ts';
import { prunedJson } from '../text/prunedJson.ts';
import { indentedJson } from '../text/reprinted.ts';
import { visibleJson } from '../text/visible.ts';

/** Deeper than any referral; what is deeper is not indented, since the white space would outgrow it by far. */
const deepestIndented = 100;

/**
 * A referral as JSON for people: indented, and with what hides or reorders text escaped. Numbers and all else are as they
 * came where that is known; otherwise, what is too deep for the editor's own reader stands as "…".
 * @param text the JSON that it came as
 */
export function jsonText(json: JsonObject, text?: string): string {
	if (text !== undefined) return visibleJson(`${indentedJson(text, deepestIndented)}\n`);
	const indent = isDeeperThan(deepestIndented, json) ? undefined : 2;
	try {
		return visibleJson(`${JSON.stringify(json, undefined, indent)}\n`);
	} catch {
		return visibleJson(`${JSON.stringify(prunedJson(json, deepestIndented), undefined, 2)}\n`);
	}
}

function isDeeperThan(levels: number, json: unknown): boolean {
	if (typeof json !== 'object' || json === null) return false;
	return levels === 0 || Object.values(json).some((value) => isDeeperThan(levels - 1, value));
}
