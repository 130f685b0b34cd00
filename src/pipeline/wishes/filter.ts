import { isJsonObject } from '../../partner/json.ts';
import { longest } from '../../text/longest.ts';

/** What a column must have for a row to be shown. */
export type ColumnFilter =
	/** All of these words, in any letter case. */
	| { readonly kind: 'words'; readonly words: string }
	/** Both ends included; one of them may be open. Days are midnights in UTC, in milliseconds since 1970. */
	| { readonly kind: 'numbers' | 'days'; readonly from?: number; readonly to?: number }
	/** One of these, or none of them; an empty text stands for nothing at all. */
	| { readonly kind: 'values'; readonly values: readonly string[]; readonly not: boolean };

/** More values than these nobody checks. */
export const mostValues = 500;

/** Reads a filter that comes from a page or from a memory, which may be anything; undefined for none. */
export function readFilter(value: unknown): ColumnFilter | undefined {
	if (!isJsonObject(value)) return undefined;
	const { kind, words, from, to, values, not } = value;
	if (kind === 'words') return wordsIn(words);
	if (kind === 'numbers' || kind === 'days') {
		const ends = { ...endIn('from', from), ...endIn('to', to) };
		return Object.keys(ends).length > 0 ? { kind, ...ends } : undefined;
	}
	if (kind !== 'values' || !Array.isArray(values)) return undefined;
	const texts = values.filter((each) => typeof each === 'string' && each.length <= longest.value);
	const known = [...new Set(texts)].slice(0, mostValues);
	return known.length > 0 ? { kind, values: known, not: not === true } : undefined;
}

function wordsIn(words: unknown): ColumnFilter | undefined {
	if (typeof words !== 'string' || words.trim() === '') return undefined;
	return { kind: 'words', words: words.trim().slice(0, longest.value) };
}

function endIn(name: 'from' | 'to', end: unknown): { readonly [key in 'from' | 'to']?: number } {
	return typeof end === 'number' && Number.isFinite(end) ? { [name]: end } : {};
}
