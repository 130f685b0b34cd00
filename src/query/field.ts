import * as l10n from '@vscode/l10n';
import { longest } from '../text/longest.ts';
import { type Wanted, wantedFor } from './condition/wanted.ts';
import { type Asked, type Input, readOneOf, refused, refusedAsTooLong } from './input.ts';
import type { Query } from './query.ts';

export type FieldName = Exclude<keyof Query, 'sort'>;

/** One condition that a query can have, with what a person needs to know to enter it. */
export interface QueryField {
	readonly name: FieldName;
	/** What it is called. */
	readonly label: () => string;
	/** What it looks for, in one sentence. */
	readonly meaning: () => string;
	/** Whether the service leaves rows out, or they are left out of what it sent. */
	readonly asked: 'service' | 'loaded';
	/** How the value stands in JSON. */
	readonly kind: 'string' | 'number';
	/** All that can be entered, where that is a closed set. */
	readonly values?: readonly string[];
	/** What can be entered as it is. */
	readonly example: string;
	/** Reads what was typed; a refusal names the field, what is wrong, and an example that works. */
	read(text: string): Input<string | number>;
	/** The same for somebody who types it, where that is narrower: what can be read need not be what they mean. */
	readonly readTyped?: (text: string) => Input<string | number>;
	/** The query with what was typed, or why it can't be. */
	enter(query: Query, text: string): Entered;
	/** The same with several values, or with those that it is not to be, where the condition can have them. */
	readonly enterSeveral?: (query: Query, texts: readonly string[], not: boolean) => Entered;
}

/** A query with a condition more, or why that can't be. */
export type Entered = { readonly query: Query } | { readonly refusal: string };

/** A query without one of its conditions. */
export function withoutField(query: Query, name: FieldName): Query {
	const { [name]: _, ...rest } = query;
	return rest;
}

/** A single value of a condition. */
type Single<Name extends FieldName> = Extract<NonNullable<Query[Name]>, string | number>;

type Facts = Pick<QueryField, 'label' | 'meaning' | 'asked' | 'example'> & {
	readonly values?: readonly string[];
	readonly kind?: 'number';
	/** Whether there can be several values, or some that it is not to be. */
	readonly several?: true;
	readonly typed?: (asked: Asked, text: string) => Input;
};

/** A condition, by what is known of it and what reads a value of it. */
export function field<Name extends FieldName>(
	name: Name,
	{ typed, several, ...facts }: Facts,
	reader: (asked: Asked, text: string) => Input<Single<Name>>,
): QueryField {
	const bounded =
		<T>(inner: (asked: Asked, text: string) => Input<T>) =>
		(text: string) =>
			text.length > longest.typed ? refusedAsTooLong(facts, text, longest.typed) : inner(facts, text);
	const read = bounded(reader);
	const entered = (query: Query, input: Input<unknown>) =>
		'refusal' in input ? input : { query: { ...query, [name]: input.value } };
	return {
		name,
		kind: 'string',
		...facts,
		read,
		...(typed && { readTyped: bounded(typed) }),
		enter: (query, text) => entered(query, read(text)),
		...(several && {
			enterSeveral: (query: Query, texts: readonly string[], not: boolean) =>
				entered(query, readSeveral(facts, texts.map(read), not)),
		}),
	};
}

/** A field with a closed set of values. */
export function choice<Name extends FieldName, Value extends Single<Name> & string>(
	name: Name,
	facts: Pick<Facts, 'label' | 'meaning'>,
	values: readonly [Value, ...Value[]],
): QueryField {
	const all: Facts = { ...facts, asked: 'service', values, several: true, example: values[0] };
	return field<Name>(name, all, (asked, text) => readOneOf(values, asked, text));
}

/** Makes one condition of values that were read one by one; the first that was refused says why. */
function readSeveral(
	{ values: order, ...asked }: Asked & { readonly values?: readonly string[] },
	inputs: readonly Input<string | number>[],
	not: boolean,
): Input<Wanted> {
	const refusal = inputs.find((input) => 'refusal' in input);
	if (refusal) return refusal;
	const values = new Set(inputs.flatMap((input) => ('value' in input ? `${input.value}` : [])));
	if (values.size === 0) return refused(asked, '', () => '');
	const { count, length } = longest.values;
	if (values.size > count || [...values].join('').length > length) {
		const { label, example } = asked;
		return {
			refusal: l10n.t(
				'{0}: it has more than {1} values, or values of more than {2} characters together; an example that works is {3}.',
				...[label(), count, length, example],
			),
		};
	}
	return { value: wantedFor(values, { not, ...(order && { order }) }) };
}
