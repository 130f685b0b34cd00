import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { dateText } from './dateText.ts';
import { fieldLabel } from './fieldLabel.ts';
import { inWords } from './inWords.ts';
import { moneyText } from './money.ts';
import { isPerson, nameAndRest } from './personText.ts';
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
	if (Array.isArray(value)) return listText(value, depth, reader);
	if (!isJsonObject(value)) return leafText(value, reader);
	if (depth >= deepest) return jsonText(value);
	if (isPerson(value)) return personBlock(value, depth, reader);
	const told = linesOf(value, depth, reader);
	const [only] = told;
	if (told.length === 1 && only?.name === 'id') return only.text;
	return told.map(({ label, text }) => `${label}: ${indented(text)}`).join('\n');
}

function personBlock(person: JsonObject, depth: number, reader: Reader): string {
	const { name, rest } = nameAndRest(person);
	const lines = linesOf(rest, depth, reader).map(({ label, text }) => `${label}: ${indented(text)}`);
	return [name, ...lines].filter((line) => line).join('\n');
}

function linesOf(
	object: JsonObject,
	depth: number,
	reader: Reader,
): { name: string; label: string; text: string }[] {
	return Object.entries(object)
		.map(([name, value]) => ({
			name,
			label: inWords(name),
			text: blockOf(value, depth + 1, reader),
		}))
		.filter(({ text }) => text !== '');
}

function listText(list: readonly unknown[], depth: number, reader: Reader): string {
	if (depth >= deepest) return jsonText(list);
	const texts = list.map((element) => blockOf(element, depth + 1, reader)).filter((text) => text !== '');
	return texts.some((text) => text.includes('\n')) ? texts.join('\n') : texts.join(', ');
}

function indented(text: string): string {
	return text.includes('\n') ? `\n${text.replace(/^/gm, '  ')}` : text;
}

/** Some ten thousand levels exhaust the stack; nothing that could be read is lost with them. */
function jsonText(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch {
		return '…';
	}
}

function leafText(value: unknown, { locale }: Reader): string {
	if (typeof value === 'string') return dateText(value.trim(), locale);
	if (typeof value === 'number')
		return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	return '';
}
