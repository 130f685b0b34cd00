import * as l10n from '@vscode/l10n';
import { queryFields } from './fields.ts';
import { type Asked, readOneOf, refused, refusedAmong } from './input.ts';
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
		if (seen.has(name)) return refusedAsRepeated(name);
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
		const sort = readOneOf(sorts, { label: () => l10n.t('Sort'), example: 'newest' }, text);
		return 'refusal' in sort ? sort : { query: { ...query, sort: sort.value } };
	}
	const field = queryFields.find((each) => each.name === name);
	return field?.enter(query, text) ?? refusedAsUnknown(name);
}

function refusedAsRepeated(name: string): { readonly refusal: string } {
	return refused(asked(name), name, (...about) =>
		l10n.t('{0}: “{1}” is there twice; an example that works is {2}.', ...about),
	);
}

function refusedAsUnknown(name: string): { readonly refusal: string } {
	return refusedAmong(asked('status'), name, [...queryFields.map((field) => field.name), 'sort']);
}

/** A query as a whole. @param name of a field that can be there */
function asked(name: string): Asked {
	const example = queryFields.find((field) => field.name === name)?.example ?? everything.sort;
	return { label: () => l10n.t('Query'), example: `${name}=${example}` };
}
