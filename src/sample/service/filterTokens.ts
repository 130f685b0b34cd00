import { Refusal } from './refusal.ts';

/** A word, a symbol, or a literal with its quotes already undone; `at` counts UTF-16 units from 0. */
export interface FilterToken {
	readonly kind: 'word' | 'quoted' | 'bare' | 'symbol' | 'end';
	readonly text: string;
	readonly at: number;
}

const kinds = {
	word: /[A-Za-z_][A-Za-z0-9_]*/y,
	quoted: /'(?:[^']|'')*'/y,
	// Numbers, dates and unquoted GUIDs; whether one is welcome is the reader's business.
	bare: /\d[\w:.+-]*/y,
	symbol: /[()/:,]/y,
} as const;

const space = /[ \t]+/y;

/**
 * Cuts a `$filter` into tokens, ending with one of kind `end`.
 * @throws Refusal at the first character that starts no token.
 */
export function filterTokens(text: string): readonly FilterToken[] {
	const tokens: FilterToken[] = [];
	let at = 0;
	while (at < text.length) {
		const blank = matchAt(space, text, at);
		if (blank !== undefined) {
			at += blank.length;
			continue;
		}
		const token = tokenAt(text, at);
		tokens.push(token.kind === 'quoted' ? { ...token, text: unquote(token.text) } : token);
		at += token.text.length;
	}
	return [...tokens, { kind: 'end', text: '', at }];
}

function tokenAt(text: string, at: number): FilterToken {
	for (const kind of ['word', 'quoted', 'bare', 'symbol'] as const) {
		const found = matchAt(kinds[kind], text, at);
		if (found !== undefined) {
			return { kind, text: found, at };
		}
	}
	const problem = text[at] === "'" ? 'There is an unterminated string literal' : 'Syntax error';
	throw new Refusal('$filter', `${problem} at position ${at}.`);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}

function unquote(literal: string): string {
	return literal.slice(1, -1).replaceAll("''", "'");
}
