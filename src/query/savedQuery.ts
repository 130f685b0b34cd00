import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { oneLine } from '../text/oneLine.ts';
import { queryFields } from './fields.ts';
import { flatQuery, readFlatQuery } from './flat.ts';
import { type Input, readText } from './input.ts';
import { everything, type Query } from './query.ts';

/** A query that has a name, by which it is shown and which no other has. */
export interface SavedQuery {
	readonly name: string;
	readonly query: Query;
}

/** What a setting holds, and what is wrong with the rest of it, a sentence each. */
export interface SavedQueries {
	readonly saved: readonly SavedQuery[];
	readonly problems: readonly string[];
}

const setting = 'partnerReferrals.queries';
const exampleEntry = '{ "name": "New in the US", "status": "New", "country": "US" }';

/** A saved query as it stands in the settings. */
export function savedForm({ name, query }: SavedQuery): JsonObject {
	return { name, ...Object.fromEntries(flatQuery(query)) };
}

/** Reads the setting, which people write by hand: an entry that can't be read is reported, and the rest stand. */
export function readSavedQueries(value: unknown): SavedQueries {
	if (value === undefined || value === null) return { saved: [], problems: [] };
	if (!Array.isArray(value)) {
		const problem = `${setting}: the value is no list; an example that works is [${exampleEntry}].`;
		return { saved: [], problems: [problem] };
	}
	const saved: SavedQuery[] = [];
	const problems: string[] = [];
	for (const [index, entry] of value.entries()) {
		const read = readEntry(entry, saved);
		if ('refusal' in read) problems.push(`${setting}[${index}]: ${read.refusal}`);
		else saved.push(read);
	}
	return { saved, problems };
}

function readEntry(entry: unknown, others: readonly SavedQuery[]): SavedQuery | { readonly refusal: string } {
	if (!isJsonObject(entry)) return { refusal: `it is no object; an example that works is ${exampleEntry}.` };
	const { name: given, ...conditions } = entry;
	const name = readQueryName(typeof given === 'string' ? given : '', others);
	if ('refusal' in name) return name;
	const mistyped = Object.entries(conditions).flatMap(([key, value]) => mistypeOf(key, value) ?? [])[0];
	if (mistyped !== undefined) return { refusal: mistyped };
	const read = readFlatQuery(Object.entries(conditions).map(([key, value]) => [key, `${value}`]));
	return 'refusal' in read ? read : { name: name.value, query: read.query };
}

/** Reads the name for a query that is to be saved beside others; names that differ in case alone are the same. */
export function readQueryName(text: string, others: readonly SavedQuery[]): Input {
	const input = readText({ label: 'Name', example: 'New in the US' }, text);
	if ('refusal' in input) return input;
	const same = others.some(({ name }) => name.toLowerCase() === input.value.toLowerCase());
	if (!same) return input;
	const other = freeName(input.value, others);
	return {
		refusal: `Name: another query is called “${oneLine(input.value, 40)}”; an example that works is ${other}.`,
	};
}

function freeName(name: string, others: readonly SavedQuery[]): string {
	const taken = new Set(others.map((each) => each.name.toLowerCase()));
	let number = 2;
	while (taken.has(`${name} ${number}`.toLowerCase())) number++;
	return oneLine(`${name} ${number}`, 60);
}

/** What is wrong with the JSON type of a condition; one that is unknown is somebody else's business. */
function mistypeOf(key: string, value: unknown): string | undefined {
	const field = key === 'sort' ? sortField : queryFields.find(({ name }) => name === key);
	if (!field || typeof value === field.kind) return undefined;
	const { label, kind, example } = field;
	const said = kind === 'number' ? example : JSON.stringify(example);
	return `${label}: the value must be a ${kind}; an example that works is "${key}": ${said}.`;
}

const sortField = { label: 'Sort', kind: 'string', example: everything.sort } as const;
