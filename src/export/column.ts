import { isJsonObject, type JsonObject } from '../partner/json.ts';
import type { Received } from '../partner/referral.ts';
import { knownField } from '../referral/fields/known.ts';
import { listOf } from '../referral/fields/listOf.ts';
import type { ExportColumn } from './columns.ts';
import type { ReasonsOf } from './reasons.ts';

/** A column of a table, and how its value is found in a referral's JSON, or worked out. */
export interface Column {
	readonly header: string;
	read(json: JsonObject, entry: Received): unknown;
	/** The name of the field; empty where it is none. */
	readonly name: string;
}

/** One of an export. */
export function exportColumn([header, ...path]: ExportColumn, reasonsOf: ReasonsOf): Column {
	if (path.length > 0) return columnAt(header, path);
	return { header, read: (_, entry) => reasonsOf(entry), name: '' };
}

/** @param path names that lead to the value, and places in lists */
export function columnAt(header: string, path: readonly (string | number)[]): Column {
	const name = `${path.at(-1)}`;
	const isList = knownField(path.filter((step) => typeof step === 'string'))?.kind === 'list';
	if (!isList) return { header, read: (json) => valueAt(json, path), name };
	return { header, read: (json) => listOf(valueAt(json, path)), name };
}

/** What is found at a path; undefined where it leads nowhere. */
export function valueAt(json: unknown, path: readonly (string | number)[]): unknown {
	let value = json;
	for (const step of path) value = memberOf(value, step);
	return value;
}

function memberOf(json: unknown, step: string | number): unknown {
	if (typeof step === 'number') return listOf(json)[step];
	if (!isJsonObject(json)) return Array.isArray(json) ? idOf(json, step) : undefined;
	// Looked for first, because what isn't there is the common case, and V8 keeps a note of each time it is read.
	if (Object.hasOwn(json, step)) return json[step];
	return Object.hasOwn(json, 'profileType') ? idOf([json], step) : undefined;
}

/** The ids of a customer come as an object by type, or as `{ profileType, id }`, mostly in a list. */
function idOf(items: readonly unknown[], profileType: string): unknown {
	const item = items.find((each) => isJsonObject(each) && each['profileType'] === profileType);
	return isJsonObject(item) ? item['id'] : undefined;
}
