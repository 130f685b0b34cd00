import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { countryText } from '../referral/countryText.ts';
import { labelWithin } from '../referral/fields/label.ts';
import { listOf } from '../referral/fields/listOf.ts';
import { isPerson, nameAndRest } from '../referral/fields/person.ts';
import { sizeText } from '../referral/fields/sizeText.ts';
import { numberFormat } from '../referral/formats.ts';
import { moneyText } from '../referral/money.ts';
import type { Reader } from '../referral/rowText.ts';
import { yesOrNo } from '../referral/yesOrNo.ts';
import { withoutEntities } from '../text/withoutEntities.ts';
import { type Block, inline, isBlank, type Piece } from './block.ts';
import { isElement } from './isElement.ts';
import { notePieces, textPieces } from './textPieces.ts';

/** Deeper than any referral; what lies below is shown as JSON. */
const deepest = 6;

/** Twice as many as Partner Center allows of solutions or team members; the document with everything has the rest. */
export const mostElements = 100;

/**
 * A JSON value as the details page shows it; blank when it says nothing.
 * @param path the names that lead to it, outermost first
 * @param object where it stands, which may have its currency
 */
export function valueBlock(
	value: unknown,
	path: readonly string[],
	object: JsonObject,
	reader: Reader,
): Block {
	return blockOf(value, { path, object, depth: 0, reader });
}

interface Place {
	/** Without places in lists. */
	readonly path: readonly string[];
	readonly object: JsonObject;
	readonly depth: number;
	readonly inList?: boolean;
	readonly reader: Reader;
}

function blockOf(value: unknown, place: Place): Block {
	const isDeep = place.depth >= deepest;
	if (Array.isArray(value)) return isDeep ? jsonBlock(value) : listBlock(value, place);
	if (isJsonObject(value)) {
		if (isDeep) return jsonBlock(value);
		// An element of a list is at the path of the list.
		return place.inList || !isElement(value, place.path)
			? objectBlock(value, place)
			: listBlock(listOf(value), place);
	}
	return inline(...leafPieces(value, place));
}

function listBlock(list: readonly unknown[], place: Place): Block {
	const below = { ...place, depth: place.depth + 1, inList: true };
	const items = list.slice(0, mostElements).map((element) => blockOf(element, below));
	return { ...inline(), items: items.filter((item) => !isBlank(item)), left: list.length - items.length };
}

function objectBlock(object: JsonObject, place: Place): Block {
	if (isPerson(object)) return personBlock(object, place);
	const { name, ...rest } = object;
	const isNamed = typeof name === 'string' && name.trim() !== '';
	const lines = linesOf(isNamed ? rest : object, place);
	if (isNamed) return { ...lines, pieces: textPieces(withoutEntities(name)) };
	const [only] = lines.lines;
	return Object.keys(object).length === 1 && only && 'id' in object ? only.block : lines;
}

function personBlock(person: JsonObject, place: Place): Block {
	const { name, rest } = nameAndRest(person);
	return { ...linesOf(rest, place), pieces: textPieces(withoutEntities(name)) };
}

function linesOf(object: JsonObject, { path, depth, reader }: Place): Block {
	const all = Object.entries(object);
	const lines = all.slice(0, mostElements).map(([name, value]) => ({
		name,
		label: labelWithin([...path, name]),
		block: blockOf(value, { path: [...path, name], object, depth: depth + 1, reader }),
	}));
	const left = Math.max(0, all.length - mostElements);
	return { ...inline(), lines: lines.filter(({ block }) => !isBlank(block)), left };
}

/** Some ten thousand levels exhaust the stack; nothing that could be read is lost with them. */
function jsonBlock(value: unknown): Block {
	try {
		return inline(...textPieces(JSON.stringify(value)));
	} catch {
		return inline({ kind: 'text', text: '…' });
	}
}

function leafPieces(value: unknown, { path, object, reader }: Place): readonly Piece[] {
	const name = path.at(-1) ?? '';
	if (typeof value === 'string') return stringPieces(value, name, reader);
	if (typeof value === 'number') return textPieces(numberText(value, name, object, reader));
	return typeof value === 'boolean' ? textPieces(yesOrNo(value)) : [];
}

function stringPieces(text: string, name: string, { locale }: Reader): readonly Piece[] {
	const trimmed = text.trim();
	if (name === 'email' && isMail.test(trimmed)) return [{ kind: 'link', opens: 'mail', text: trimmed }];
	if (name === 'phoneNumber' && isPhone.test(trimmed))
		return [{ kind: 'link', opens: 'phone', text: trimmed }];
	if (name === 'country') return textPieces(countryText(trimmed, locale));
	if (nameFields.has(name)) return textPieces(withoutEntities(text));
	if (name === 'size') return textPieces(sizeText(trimmed));
	return name === 'notes' ? notePieces(text) : textPieces(text);
}

/** Names, which are shown as everywhere else. */
const nameFields: ReadonlySet<string> = new Set([
	...['name', 'organizationName', 'publisherName', 'firstName', 'lastName'],
]);

// What only looks like one stays text: a link must not reach further than it says.
const isMail = /^[\w.!#$%&'*+/=^`{|}~-]{1,64}@[\w-]+(\.[\w-]+){0,8}$/;
const isPhone = /^\+?[\d\s()./-]{3,30}$/;

const isMoney: ReadonlySet<string> = new Set(['dealValue', 'price', 'value']);

function numberText(value: number, name: string, { currency }: JsonObject, { locale }: Reader): string {
	if (isMoney.has(name) && typeof currency === 'string' && currency.trim())
		return moneyText(value, currency, locale);
	return numberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}
