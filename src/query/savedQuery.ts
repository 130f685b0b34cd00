import * as l10n from '@vscode/l10n';
import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { oneLine } from '../text/oneLine.ts';
import type { QueryField } from './field.ts';
import { queryFields } from './fields.ts';
import { conditionsOf, type FlatValue, readFlatQuery } from './flat.ts';
import { type Asked, type Input, readText } from './input.ts';
import { everything, type Query } from './query.ts';

/** A query that has a name, by which it is shown and which no other has. */
export interface SavedQuery {
	readonly name: string;
	readonly query: Query;
	/** Whether it stands as a row of its own above the tree. */
	readonly row?: true;
}

/** What a setting holds, and what is wrong with the rest of it, a sentence each. */
export interface SavedQueries {
	readonly saved: readonly SavedQuery[];
	readonly problems: readonly string[];
}

const setting = 'partnerReferrals.queries';
const exampleEntry = '{ "name": "New in the US", "status": "New", "country": "US" }';

/** A saved query as it stands in the settings. */
export function savedForm({ name, row, query }: SavedQuery): JsonObject {
	return { name, ...(row && { row }), ...Object.fromEntries(conditionsOf(query)) };
}

/** Reads the setting, which people write by hand: an entry that can't be read is reported, and the rest stand. */
export function readSavedQueries(value: unknown): SavedQueries {
	if (value === undefined || value === null) return { saved: [], problems: [] };
	if (!Array.isArray(value)) {
		const problem = l10n.t(
			'{0}: the value is no list; an example that works is {1}.',
			setting,
			`[${exampleEntry}]`,
		);
		return { saved: [], problems: [problem] };
	}
	const entries = readEntries(value);
	return {
		saved: entries.filter((entry) => 'query' in entry),
		problems: entries.flatMap((entry, index) =>
			'query' in entry ? [] : `${setting}[${index}]: ${entry.refusal}`,
		),
	};
}

/** Reads a list, of which each entry is a query or the reason why it isn't one. */
export function readEntries(
	list: readonly unknown[],
): readonly (SavedQuery | { readonly refusal: string })[] {
	const saved: SavedQuery[] = [];
	return list.map((entry) => {
		const read = readEntry(entry, saved);
		if ('query' in read) saved.push(read);
		return read;
	});
}

function readEntry(entry: unknown, others: readonly SavedQuery[]): SavedQuery | { readonly refusal: string } {
	if (!isJsonObject(entry))
		return { refusal: l10n.t('it is no object; an example that works is {0}.', exampleEntry) };
	const { name: given, row = false, ...conditions } = entry;
	const name = readQueryName(typeof given === 'string' ? given : '', others);
	if ('refusal' in name) return name;
	if (typeof row !== 'boolean') return { refusal: notYesOrNo() };
	const mistyped = Object.entries(conditions).flatMap(([key, value]) => mistypeOf(key, value) ?? [])[0];
	if (mistyped !== undefined) return { refusal: mistyped };
	const read = readFlatQuery(Object.entries(conditions).flatMap(([key, value]) => flatValues(key, value)));
	if ('refusal' in read) return read;
	return { name: name.value, query: read.query, ...(row && { row }) };
}

function notYesOrNo(): string {
	const example = '{ "name": "New in the US", "row": true }';
	return l10n.t('{0}: the value must be true or false; an example that works is {1}.', 'row', example);
}

/** Reads the name for a query that is to be saved beside others; names that differ in case alone are the same. */
export function readQueryName(text: string, others: readonly SavedQuery[]): Input {
	const input = readText({ label: () => l10n.t('Name'), example: l10n.t('New in the US') }, text);
	if ('refusal' in input) return input;
	const same = others.some(({ name }) => name.toLowerCase() === input.value.toLowerCase());
	if (!same) return input;
	return {
		refusal: l10n.t(
			'Name: another query is called “{0}”; an example that works is {1}.',
			oneLine(input.value, 40),
			freeName(input.value, others),
		),
	};
}

/** A name like another one that no other query has. */
export function freeName(name: string, others: readonly SavedQuery[]): string {
	const taken = new Set(others.map((each) => each.name.toLowerCase()));
	let number = 2;
	while (taken.has(`${name} ${number}`.toLowerCase())) number++;
	return oneLine(`${name} ${number}`, 60);
}

/** A value, a list of values, or those that are not to be, as a list or alone. */
function flatValues(name: string, value: unknown): readonly FlatValue[] {
	const not = isJsonObject(value) && 'not' in value;
	const values = [not ? value['not'] : value].flat();
	// Of none it is said that nothing was entered.
	return (values.length > 0 ? values : ['']).map((each) => ({ name, text: `${each}`, not }));
}

type Typed = Pick<QueryField, 'label' | 'kind' | 'example' | 'enterSeveral'>;

/** What is wrong with the JSON type of a condition; one that is unknown is somebody else's business. */
function mistypeOf(key: string, value: unknown): string | undefined {
	const field: Typed | undefined = key === 'sort' ? sortField : queryFields.find(({ name }) => name === key);
	if (!field || typeof value === field.kind) return undefined;
	const { label, kind, example } = field;
	if (field.enterSeveral) return isSeveral(value) ? undefined : noSeveral(field, key);
	return kind === 'number'
		? l10n.t(
				'{0}: the value must be a number; an example that works is {1}.',
				label(),
				`"${key}": ${example}`,
			)
		: l10n.t(
				'{0}: the value must be a string; an example that works is {1}.',
				label(),
				`"${key}": ${JSON.stringify(example)}`,
			);
}

function isSeveral(value: unknown): boolean {
	if (isJsonObject(value))
		return (
			Object.keys(value).join() === 'not' && [value['not']].flat().every((each) => typeof each === 'string')
		);
	return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function noSeveral({ label, example }: Asked, key: string): string {
	const text = JSON.stringify(example);
	return l10n.t(
		'{0}: the value must be a string, a list of strings, or what is not to be; examples that work are {1}, {2} and {3}.',
		...[label(), `"${key}": ${text}`, `"${key}": [${text}]`, `"${key}": { "not": [${text}] }`],
	);
}

const sortField = { label: () => l10n.t('Sort'), kind: 'string', example: everything.sort } as const;
