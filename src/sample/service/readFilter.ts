import { type Comparison, comparisons, type Filter } from './filter.ts';
import { type FilterField, filterFields } from './filterFields.ts';
import { type FilterToken, filterTokens } from './filterTokens.ts';
import { readInstant } from './readInstant.ts';
import { Refusal } from './refusal.ts';

/** The service counts nesting so that a hostile filter cannot exhaust its stack; so does this one. */
const deepest = 100;

/**
 * Reads a `$filter` in the forms the documentation shows: comparisons joined by `and`, parentheses, and
 * `team/any(t:t/email eq '…')`. Source: "Get the list of leads and opportunities", 2019 and 2020.
 * @throws Refusal for everything else, also where OData itself would allow more.
 */
export function readFilter(text: string): Filter {
	return new FilterReader(text).read();
}

class FilterReader {
	readonly #tokens: readonly FilterToken[];
	#next = 0;
	#depth = 0;
	/** The range variable of the lambda that is being read. */
	#variable: string | undefined;

	constructor(text: string) {
		this.#tokens = filterTokens(text);
	}

	read(): Filter {
		const filter = this.#conjunction();
		if (this.#peek().kind !== 'end') {
			throw this.#unexpected('the end of the expression');
		}
		return filter;
	}

	#conjunction(): Filter {
		const first = this.#term();
		const parts = [first];
		while (this.#takes('word', 'and')) {
			parts.push(this.#term());
		}
		return parts.length === 1 ? first : { kind: 'and', parts };
	}

	#term(): Filter {
		if (this.#takes('symbol', '(')) {
			return this.#nested();
		}
		const path = this.#path();
		if (!this.#takes('symbol', '(')) {
			return this.#compare(path);
		}
		if (path !== 'team/any' || this.#variable !== undefined) {
			throw new Refusal('$filter', `The function '${path}' is not supported.`);
		}
		return this.#lambda();
	}

	#nested(): Filter {
		this.#depth++;
		if (this.#depth > deepest) {
			throw new Refusal('$filter', `The expression is nested deeper than ${deepest} levels.`);
		}
		const inner = this.#conjunction();
		this.#expect('symbol', ')');
		this.#depth--;
		return inner;
	}

	#lambda(): Filter {
		this.#variable = this.#expect('word');
		this.#expect('symbol', ':');
		const of = this.#nested();
		this.#variable = undefined;
		return { kind: 'any', of };
	}

	#path(): string {
		let path = this.#expect('word');
		while (this.#takes('symbol', '/')) {
			path += `/${this.#expect('word')}`;
		}
		return path;
	}

	#compare(path: string): Filter {
		const name = this.#fieldName(path);
		const field = Object.hasOwn(filterFields, name) ? filterFields[name] : undefined;
		if (field === undefined) {
			throw new Refusal('$filter', `Could not find a filterable property named '${path}'.`);
		}
		const comparison = this.#comparison(field);
		return { kind: 'compare', field: name, comparison, value: this.#literal(name, field) };
	}

	#fieldName(path: string): string {
		if (this.#variable === undefined) {
			return path;
		}
		if (path === `${this.#variable}/email`) {
			return 'email';
		}
		throw new Refusal('$filter', `'${path}' is not supported inside any().`);
	}

	#comparison(field: FilterField): Comparison {
		const { text, kind } = this.#peek();
		const comparison = kind === 'word' ? comparisons.find((known) => known === text) : undefined;
		if (comparison === undefined) {
			throw this.#unexpected('a supported comparison');
		}
		if (comparison !== 'eq' && field.kind !== 'instant') {
			throw new Refusal('$filter', `The operator '${comparison}' is not supported for this property.`);
		}
		this.#next++;
		return comparison;
	}

	#literal(name: string, field: FilterField): string {
		const token = this.#peek();
		if (token.kind !== 'quoted' && !(token.kind === 'bare' && field.kind === 'instant')) {
			throw this.#unexpected(field.kind === 'instant' ? 'a date and time' : 'a quoted string');
		}
		const value = understood(token.text, field);
		if (value === undefined) {
			throw new Refusal('$filter', `'${token.text}' is not a valid value of '${name}'.`);
		}
		this.#next++;
		return value;
	}

	#peek(): FilterToken {
		return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 };
	}

	#takes(kind: FilterToken['kind'], text: string): boolean {
		const token = this.#peek();
		if (token.kind !== kind || token.text !== text) {
			return false;
		}
		this.#next++;
		return true;
	}

	#expect(kind: FilterToken['kind'], text?: string): string {
		const token = this.#peek();
		if (token.kind !== kind || (text !== undefined && token.text !== text)) {
			throw this.#unexpected(text === undefined ? `a ${kind}` : `'${text}'`);
		}
		this.#next++;
		return token.text;
	}

	#unexpected(wanted: string): Refusal {
		const { kind, text, at } = this.#peek();
		const found = kind === 'end' ? 'the end' : `'${text}'`;
		return new Refusal('$filter', `Expected ${wanted} at position ${at}, but found ${found}.`);
	}
}

/**
 * The value to compare with, an instant in the form that sorts. Choices are case-sensitive, as in every example
 * of the documentation, and a word that is no member is refused rather than matching nothing: an empty list
 * would hide a client's slip.
 */
function understood(text: string, field: FilterField): string | undefined {
	switch (field.kind) {
		case 'text':
			return text;
		case 'instant':
			return readInstant(text);
		case 'choice':
			return field.members?.includes(text) === true ? text : undefined;
	}
}
