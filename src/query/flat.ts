import { queryFields } from './fields.ts';
import { readOneOf, refused } from './input.ts';
import { everything, type Query, sorts } from './query.ts';
import { refusePair } from './refusePair.ts';

type Read = { readonly query: Query } | { readonly refusal: string };

/** A query as names and texts, each at most once, in the order of the fields; `sort` comes last. */
export function flatQuery(query: Query): readonly (readonly [string, string | number])[] {
	const conditions = queryFields.flatMap(({ name }) => {
		const value = query[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	return [...conditions, ['sort', query.sort]];
}

/** Reads what `flatQuery` wrote, or somebody by hand; a name that is unknown or comes again is refused. */
export function readFlatQuery(entries: Iterable<readonly [string, string]>): Read {
	let query = everything;
	const seen = new Set<string>();
	for (const [name, text] of entries) {
		if (seen.has(name)) return refused({ label: 'Query', example: example(name) }, name, 'is there twice');
		const read = entered(query, name, text);
		if ('refusal' in read) return read;
		seen.add(name);
		query = read.query;
	}
	const refusal = refusePair(query);
	return refusal === undefined ? { query } : { refusal };
}

function entered(query: Query, name: string, text: string): Read {
	if (name === 'sort') {
		const sort = readOneOf(sorts, { label: 'Sort', example: 'newest' }, text);
		return 'refusal' in sort ? sort : { query: { ...query, sort: sort.value } };
	}
	const field = queryFields.find((each) => each.name === name);
	return field?.enter(query, text) ?? unknown(name);
}

function unknown(name: string): { readonly refusal: string } {
	const names = [...queryFields.map((field) => field.name), 'sort'].join(', ');
	return refused({ label: 'Query', example: example('status') }, name, `is none of ${names}`);
}

function example(name: string): string {
	return `${name}=${queryFields.find((field) => field.name === name)?.example ?? 'newest'}`;
}
