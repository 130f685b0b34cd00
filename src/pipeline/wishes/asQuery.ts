import { valuesOf } from '../../query/condition/wanted.ts';
import type { FieldName } from '../../query/field.ts';
import { queryFields } from '../../query/fields.ts';
import type { Query } from '../../query/query.ts';
import { refusePair } from '../../query/refusePair.ts';
import { isoText } from '../../query/when.ts';
import { folded } from '../../text/folded.ts';
import type { ColumnFilter } from './filter.ts';

/** A query with what it can ask of some filters, and the filters that rows still have to pass. */
export interface AsQuery {
	readonly query: Query;
	readonly rest: ReadonlyMap<string, ColumnFilter>;
}

type Filters = ReadonlyMap<string, ColumnFilter>;
type ValuesFilter = Extract<ColumnFilter, { kind: 'values' }>;
type RangeFilter = Extract<ColumnFilter, { kind: 'numbers' | 'days' }>;

const day = 86_400_000;

/**
 * Makes conditions of a query of what columns are filtered by. What the query finds, and passes the rest, is what was there
 * before; a condition that the query has already stays as it is.
 */
export function queryWith(query: Query, filters: Filters): AsQuery {
	const rest = new Map(filters);
	let asked = query;
	for (const [column, filter] of filters) {
		const next = entered(asked, column, filter);
		if (!next || refusePair(next.query) !== undefined) continue;
		asked = next.query;
		if (next.isWhole) rest.delete(column);
	}
	return { query: asked, rest };
}

/** A query with a condition more, and whether it says all that the filter does. */
interface Entered {
	readonly query: Query;
	readonly isWhole: boolean;
}

/** Undefined where nothing of it can be asked. */
function entered(query: Query, column: string, filter: ColumnFilter): Entered | undefined {
	if (filter.kind === 'words') return withWords(query, column, filter.words);
	if (filter.kind !== 'values') return withRange(query, column, filter);
	if (column === 'stage') return withStage(query, filter);
	const name = fieldsOfValues.get(column);
	return name && whole(withValues(query, name, filter));
}

const fieldsOfValues: ReadonlyMap<string, FieldName> = new Map([
	['status', 'status'],
	['substatus', 'substatus'],
	['customerProfile.address.country', 'country'],
	['qualification', 'qualification'],
	['direction', 'direction'],
	['type', 'type'],
	['details.currency', 'currency'],
	['solutionAreas', 'solutionArea'],
	['colleagues', 'teamEmail'],
]);

/** Words are looked for in the names of deal and customer alike, and only one after the other, so that the filter stays as well. */
function withWords(query: Query, column: string, words: string): Entered | undefined {
	const isName = column === 'label' || column === 'name' || column === 'customerProfile.name';
	if (!isName || query.text !== undefined) return undefined;
	const [longest = ''] = folded(words)
		.split(' ')
		.sort((one, other) => other.length - one.length);
	const next = withText(query, 'text', longest);
	return next && { query: next, isWhole: false };
}

function withRange(query: Query, column: string, filter: RangeFilter): Entered | undefined {
	const { from, to, kind } = filter;
	if (column === 'details.dealValue' && kind === 'numbers')
		return whole(withEnds(query, ['valueAtLeast', from], ['valueAtMost', to]));
	if (column !== 'updatedDateTime' || kind !== 'days') return undefined;
	const next = withEnds(query, ['updatedSince', instant(from)], ['updatedBefore', instant(to, day)]);
	// The service documents no end but "before", and those who judge rows take its first instant for that.
	return next && { query: next, isWhole: to === undefined };
}

function instant(at: number | undefined, later = 0): string | undefined {
	if (at === undefined) return undefined;
	const date = new Date(at + later);
	return Number.isNaN(date.getTime()) ? '' : isoText(date.getTime());
}

function withEnds(
	query: Query,
	...ends: readonly (readonly [name: FieldName, end: number | string | undefined])[]
): Query | undefined {
	let next: Query | undefined = query;
	for (const [name, end] of ends) if (next && end !== undefined) next = withText(next, name, `${end}`);
	return next;
}

/** A single stage is a status with a substatus. */
function withStage(query: Query, { values, not }: ValuesFilter): Entered | undefined {
	const [only = '', ...others] = values;
	const [status = '', substatus = ''] = only.split('/');
	if (not || others.length > 0 || query.status !== undefined || query.substatus !== undefined)
		return undefined;
	const next = withText(query, 'status', status);
	return next && whole(withText(next, 'substatus', substatus));
}

function withValues(query: Query, name: FieldName, { values, not }: ValuesFilter): Query | undefined {
	const field = queryFields.find((each) => each.name === name);
	// What has nothing can't be asked for.
	if (!field || query[name] !== undefined || values.some((value) => folded(value) === '')) return undefined;
	const [only = '', ...others] = values;
	const next =
		!not && others.length === 0 ? field.enter(query, only) : field.enterSeveral?.(query, values, not);
	if (!next || !('query' in next)) return undefined;
	const asked = next.query[name];
	// What is read as something else would find something else, as "UK" finds "GB".
	const isSame =
		asked !== undefined && foldedSet(typeof asked === 'number' ? [] : valuesOf(asked)) === foldedSet(values);
	return isSame ? next.query : undefined;
}

function foldedSet(values: readonly string[]): string {
	return [...new Set(values.map(folded))].sort().join('\n');
}

function withText(query: Query, name: FieldName, text: string): Query | undefined {
	const next =
		query[name] === undefined && queryFields.find((field) => field.name === name)?.enter(query, text);
	return next && 'query' in next ? next.query : undefined;
}

function whole(query: Query | undefined): Entered | undefined {
	return query && { query, isWhole: true };
}
