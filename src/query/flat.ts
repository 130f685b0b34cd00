import * as l10n from '@vscode/l10n';
import { isNot, valuesOf } from './condition/wanted.ts';
import type { Entered } from './field.ts';
import { queryFields } from './fields.ts';
import { type Asked, readOneOf, refused, refusedAmong } from './input.ts';
import { everything, type Query, sorts } from './query.ts';
import { refusePair } from './refusePair.ts';

/** A value of a condition under its name, and whether it is one that is not to be. */
export interface FlatValue {
	readonly name: string;
	readonly text: string;
	readonly not: boolean;
}

/** The conditions of a query that there are, in the order of the fields; `sort` comes last. */
export function conditionsOf(query: Query): readonly (readonly [keyof Query, Query[keyof Query]])[] {
	const conditions = queryFields.flatMap(({ name }) => {
		const value = query[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	return [...conditions, ['sort', query.sort]];
}

/** A query as names and texts, in the same order; a condition with several values has as many. */
export function flatQuery(query: Query): readonly FlatValue[] {
	return conditionsOf(query).flatMap(([name, value = '']) => {
		if (typeof value === 'number') return { name, text: `${value}`, not: false };
		return valuesOf(value).map((text) => ({ name, text, not: isNot(value) }));
	});
}

/** Whether two queries ask for the same, however they came about. */
export function isSameQuery(one: Query, other: Query): boolean {
	return JSON.stringify(conditionsOf(one)) === JSON.stringify(conditionsOf(other));
}

/** Reads what `flatQuery` wrote, or somebody by hand; a name that is unknown or comes again without need is refused. */
export function readFlatQuery(all: readonly FlatValue[]): Entered {
	let query = everything;
	for (const [name, values] of Map.groupBy(all, (each) => each.name)) {
		const read = entered(query, name, values);
		if ('refusal' in read) return read;
		query = read.query;
	}
	const refusal = refusePair(query);
	return refusal === undefined ? { query } : { refusal };
}

function entered(query: Query, name: string, values: readonly FlatValue[]): Entered {
	const texts = values.map(({ text }) => text);
	const [{ text, not } = { text: '', not: false }, ...others] = values;
	const field = queryFields.find((each) => each.name === name);
	if (field?.enterSeveral) {
		if (others.some((other) => other.not !== not)) return refusedAsBoth(field);
		return others.length > 0 || not ? field.enterSeveral(query, texts, not) : field.enter(query, text);
	}
	if (!field && name !== 'sort') return refusedAsUnknown(name);
	if (not) return refusedAsUnknown(`${name}!`);
	if (others.length > 0) return refusedAsRepeated(name);
	if (field) return field.enter(query, text);
	const sort = readOneOf(sorts, { label: () => l10n.t('Sort'), example: 'newest' }, text);
	return 'refusal' in sort ? sort : { query: { ...query, sort: sort.value } };
}

function refusedAsBoth({ label, example }: Asked): { readonly refusal: string } {
	return {
		refusal: l10n.t(
			'{0}: it cannot both be some values and not be others; an example that works is {1}.',
			label(),
			example,
		),
	};
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
