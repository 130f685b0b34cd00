import * as l10n from '@vscode/l10n';
import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { knownField } from '../referral/fields/known.ts';
import { fieldLabel } from '../referral/fields/label.ts';
import { listOf } from '../referral/fields/listOf.ts';
import type { Reader } from '../referral/rowText.ts';
import { addressBlock } from './addressBlock.ts';
import { amountOf, amountText, type Total, totalsOf } from './amounts.ts';
import { type Block, isBlank } from './block.ts';
import { isElement } from './isElement.ts';
import { claimOn } from './sections.ts';
import { mostElements, valueBlock } from './valueBlock.ts';

/** One field of a referral. */
export interface Field {
	/** The names that lead to it, outermost first. */
	readonly path: readonly string[];
	readonly label: string;
	/** One entry a list element, none of them blank; empty only where the fields themselves are too many. */
	readonly blocks: readonly Block[];
	/** How many more elements came, which the page doesn't show. */
	readonly left: number;
	/** How it is drawn, where that is otherwise than line by line. */
	readonly look?: Look;
}

/** Cards of people; or a table, with what each row comes to (empty where that isn't known), and what they come to together. */
export type Look =
	| { readonly kind: 'cards' }
	| { readonly kind: 'table'; readonly amounts: readonly string[]; readonly totals: readonly Total[] };

/** Deeper than any referral; what lies below is one value. */
const deepest = 6;

/** Some times as many as any part of a referral has; the document with everything has the rest. */
const mostFields = 200;

/** Every field that says something, in the order of the wire; null, empty text and empty lists say nothing. */
export function fieldsIn(json: JsonObject, reader: Reader): Field[] {
	return walk(json, [], reader);
}

function walk(object: JsonObject, above: readonly string[], reader: Reader): Field[] {
	const all = Object.entries(object);
	const left = all.length - mostFields;
	// What nobody knows must not crowd out what a section waits for.
	if (left > 0) all.sort(([one], [other]) => rankOf([...above, one]) - rankOf([...above, other]));
	const further = { path: [...above, '…'], label: l10n.t('Further fields'), blocks: [], left };
	return [
		...all.slice(0, mostFields).flatMap(([name, value]) => fieldsAt([...above, name], value, object, reader)),
		...(left > 0 ? [further] : []),
	];
}

function rankOf(path: readonly string[]): number {
	return claimOn(path).section === 'other' ? 1 : 0;
}

function fieldsAt(path: readonly string[], value: unknown, object: JsonObject, reader: Reader): Field[] {
	if (path.join('.') === solutions) return solutionsField(path, value, object, reader);
	if (!isJsonObject(value) || path.length >= deepest || isElement(value, path))
		return fieldOf(path, valueBlock(value, path, object, reader));
	return knownField(path)?.kind === 'address'
		? addressFields(value, path, reader)
		: walk(value, path, reader);
}

function addressFields(address: JsonObject, path: readonly string[], reader: Reader): Field[] {
	const { block, rest } = addressBlock(address, reader);
	return [...fieldOf(path, block), ...walk(rest, path, reader)];
}

function fieldOf(path: readonly string[], block: Block): Field[] {
	if (isBlank(block)) return [];
	const { pieces, lines, items, left } = block;
	const isList = pieces.length === 0 && lines.length === 0 && items.length > 0;
	const blocks = isList ? items : [block];
	const look = isList && knownField(path)?.kind === 'people' && ({ kind: 'cards' } as const);
	return [{ path, label: fieldLabel(path), blocks, left: isList ? left : 0, ...(look && { look }) }];
}

const solutions = 'details.requirements.solutions';

/** What is sold, with what it comes to. */
function solutionsField(
	path: readonly string[],
	value: unknown,
	object: JsonObject,
	reader: Reader,
): Field[] {
	const all = listOf(value);
	const rows = all.slice(0, mostElements).flatMap((element) =>
		valueBlock([element], path, object, reader).items.map((block) => {
			const amount = amountOf(element);
			return { block, amount: amount ? amountText(amount, reader) : '' };
		}),
	);
	if (rows.length === 0) return fieldOf(path, valueBlock(value, path, object, reader));
	const left = Math.max(0, all.length - mostElements);
	const amounts = rows.map(({ amount }) => amount);
	const look = { kind: 'table', amounts, totals: totalsOf(all, reader) } as const;
	return [{ path, label: fieldLabel(path), blocks: rows.map(({ block }) => block), left, look }];
}
