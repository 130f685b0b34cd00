import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { dateText } from './dateText.ts';
import { fieldLabel } from './fieldLabel.ts';
import { moneyText } from './money.ts';
import type { Reader } from './rowText.ts';

/** One field of a referral as text. */
export interface Field {
	/** The names that lead to it, outermost first. */
	readonly path: readonly string[];
	readonly label: string;
	/** One entry a list element; an entry may have several lines. Never empty. */
	readonly values: readonly string[];
}

/** Deeper than any referral; what lies below is shown as JSON. */
const deepest = 6;

/** Every field that says something, in the order of the wire; null, empty text and empty lists say nothing. */
export function fieldsIn(json: JsonObject, reader: Reader): Field[] {
	return walk(json, [], reader);
}

function walk(object: JsonObject, above: readonly string[], reader: Reader): Field[] {
	return Object.entries(object).flatMap(([name, value]) => {
		const path = [...above, name];
		if (isJsonObject(value) && path.length < deepest) return walk(value, path, reader);
		const values = name === 'dealValue' ? dealValue(object, reader) : valuesOf(value, reader);
		return values.length === 0 ? [] : [{ path, label: fieldLabel(path), values }];
	});
}

function dealValue({ dealValue: value, currency }: JsonObject, reader: Reader): string[] {
	if (typeof value !== 'number' || typeof currency !== 'string') return valuesOf(value, reader);
	return [moneyText(value, currency, reader.locale)];
}

function valuesOf(value: unknown, reader: Reader): string[] {
	const elements = Array.isArray(value) ? value : [value];
	return elements.map((element) => blockOf(element, 0, reader)).filter((text) => text !== '');
}

/** An element of a list as one block of text: its own fields, a line each. */
function blockOf(value: unknown, depth: number, reader: Reader): string {
	if (!isJsonObject(value)) return Array.isArray(value) ? JSON.stringify(value) : leafText(value, reader);
	if (depth >= deepest) return JSON.stringify(value);
	const entries = Object.entries(value).map(
		([name, member]) => [name, blockOf(member, depth + 1, reader)] as const,
	);
	const told = entries.filter(([, text]) => text !== '');
	const [only] = told;
	if (told.length === 1 && only?.[0] === 'id') return only[1];
	return told.map(([name, text]) => `${fieldLabel([name])}: ${indented(text)}`).join('\n');
}

function indented(text: string): string {
	return text.includes('\n') ? `\n${text.replace(/^/gm, '  ')}` : text;
}

function leafText(value: unknown, { locale }: Reader): string {
	if (typeof value === 'string') return dateText(value.trim(), locale);
	if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	return '';
}
