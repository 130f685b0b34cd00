import { isJsonObject } from '../partner/json.ts';
import { instantIn, isNoDate } from '../referral/instant.ts';
import { defused } from '../text/defused.ts';
import { longest } from '../text/longest.ts';
import { jsonLine } from './jsonLine.ts';

const cut = '… (cut; JSON Lines have it all)';

/**
 * A value of a referral as the text of a cell.
 * @param name the field's, by which dates are told
 * @param protects whether a text of digits that a spreadsheet would read as a number is written so that it stays one
 */
export function exportCell(value: unknown, name: string, protects = false): string {
	if (value === undefined || value === null || value === '') return '';
	if (typeof value === 'number') return `${value}`;
	// No more of a text is looked at than could be shown, because there are texts of megabytes.
	if (protects && typeof value === 'string' && isEaten(value)) return `="${value}"`;
	const text = defused(textOf(value, name).slice(0, longest.cell + 1));
	return text.length > longest.cell ? text.slice(0, longest.cell - cut.length) + cut : text;
}

function textOf(value: unknown, name: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return name.endsWith('DateTime') ? dateText(value) : value;
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	return Array.isArray(value) ? listText(value) : jsonLine(value);
}

/** In UTC and ISO 8601, with milliseconds if there are any; one that was never set is empty, and what is no date stays as it came. */
function dateText(text: string): string {
	const instant = instantIn(text);
	if (instant === undefined) return isNoDate(text) ? '' : text;
	return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function listText(list: readonly unknown[]): string {
	return list
		.map(elementText)
		.filter((text) => text)
		.join('; ');
}

/** Tags are `{ id }`; targets and attributes have a type, too. */
function elementText(element: unknown): string {
	if (!isJsonObject(element)) return textOf(element, '');
	const { type, id, name } = element;
	const shown = name || id;
	if (typeof shown !== 'string') return jsonLine(element);
	return typeof type === 'string' && type !== '' ? `${type}: ${shown}` : shown;
}

/**
 * Whether a spreadsheet would drop zeros at its beginning, show it as 5.49E+12, or drop the plus of a phone number. There is
 * nothing in it but digits and what stands between them, so that as a formula it is only a text.
 */
function isEaten(text: string): boolean {
	if (!/^\+?[\d ().-]{2,60}$/.test(text)) return false;
	const digits = text.replace(/\D/g, '');
	return digits.length >= 12 || (digits.length > 1 && /^[+0]/.test(text));
}
