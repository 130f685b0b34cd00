import * as l10n from '@vscode/l10n';
import { statuses, substatusesOf } from '../referral/lifecycle.ts';
import { longest } from '../text/longest.ts';
import {
	type Asked,
	type Input,
	readCountry,
	readCurrency,
	readGuid,
	readId,
	readMail,
	readNumber,
	readOneOf,
	readSpan,
	readText,
	readWhen,
	refusedAsTooLong,
} from './input.ts';
import type { Query } from './query.ts';
import { readAdvanced } from './readAdvanced.ts';

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
	enter(query: Query, text: string): { readonly query: Query } | { readonly refusal: string };
}

type Facts = Pick<QueryField, 'label' | 'meaning' | 'asked' | 'example'> & {
	readonly values?: readonly string[];
	readonly kind?: 'number';
	readonly typed?: (asked: Asked, text: string) => Input;
};

function field<Name extends FieldName>(
	name: Name,
	{ typed, ...facts }: Facts,
	reader: (asked: Asked, text: string) => Input<NonNullable<Query[Name]>>,
): QueryField {
	const bounded =
		<T>(inner: (asked: Asked, text: string) => Input<T>) =>
		(text: string) =>
			text.length > longest.typed ? refusedAsTooLong(facts, text, longest.typed) : inner(facts, text);
	const read = bounded(reader);
	return {
		name,
		kind: 'string',
		...facts,
		read,
		...(typed && { readTyped: bounded(typed) }),
		enter: (query, text) => {
			const input = read(text);
			return 'refusal' in input ? input : { query: { ...query, [name]: input.value } };
		},
	};
}

/** A field with a closed set of values. */
function choice<Name extends FieldName, Value extends NonNullable<Query[Name]> & string>(
	name: Name,
	facts: Omit<Facts, 'values' | 'example' | 'asked'>,
	values: readonly [Value, ...Value[]],
): QueryField {
	const all: Facts = { ...facts, asked: 'service', values, example: values[0] };
	return field<Name>(name, all, (asked, text) => readOneOf(values, asked, text));
}

/** Every field, in the order in which it is offered, said and sent. */
export const queryFields: readonly QueryField[] = [
	choice(
		'status',
		{ label: () => l10n.t('Status'), meaning: () => l10n.t('Where in its life a referral is.') },
		statuses,
	),
	choice(
		'substatus',
		{
			label: () => l10n.t('Substatus'),
			meaning: () => l10n.t('Where within its status a referral is, or how it ended.'),
		},
		[...substatusesOf.New, ...substatusesOf.Active, ...substatusesOf.Closed],
	),
	field(
		'updatedSince',
		{
			label: () => l10n.t('Updated since'),
			meaning: () =>
				l10n.t('Changed at that time or later: a date (midnight UTC), a time, or a span back from now.'),
			asked: 'service',
			example: '30d',
		},
		readWhen,
	),
	field(
		'updatedBefore',
		{
			label: () => l10n.t('Updated before'),
			meaning: () =>
				l10n.t('Not changed at that time or later: a date (midnight UTC), a time, or a span back from now.'),
			asked: 'service',
			example: '2026-10-24',
		},
		readWhen,
	),
	field(
		'engagementId',
		{
			label: () => l10n.t('Engagement id'),
			meaning: () => l10n.t('The referrals of one engagement.'),
			asked: 'service',
			example: '65edc0b5-3485-41b7-a17e-dfa9ef4706e2',
			typed: readGuid,
		},
		readId,
	),
	field(
		'teamEmail',
		{
			label: () => l10n.t('Team member'),
			meaning: () => l10n.t('Mail address of somebody in your team, written as on the referral.'),
			asked: 'service',
			example: 'ada@contoso.com',
		},
		readMail,
	),
	choice(
		'qualification',
		{
			label: () => l10n.t('Qualification'),
			meaning: () => l10n.t('Who found the customer to be interested.'),
		},
		['None', 'Direct', 'MarketingQualified', 'SalesQualified'],
	),
	choice(
		'direction',
		{
			label: () => l10n.t('Direction'),
			meaning: () => l10n.t('Received by your organisation, or sent by it.'),
		},
		['Incoming', 'Outgoing'],
	),
	choice(
		'type',
		{ label: () => l10n.t('Type'), meaning: () => l10n.t('Worked on together, or by one partner alone.') },
		['Shared', 'Independent'],
	),
	field(
		'country',
		{
			label: () => l10n.t('Customer country'),
			meaning: () => l10n.t("The country in the customer's address, as its code of two letters."),
			asked: 'service',
			example: 'US',
		},
		readCountry,
	),
	field(
		'advanced',
		{
			label: () => l10n.t('Advanced OData'),
			meaning: () => l10n.t('A condition in OData that is sent to the service as you write it.'),
			asked: 'service',
			example: "type ne 'Shared'",
		},
		readAdvanced,
	),
	field(
		'text',
		{
			label: () => l10n.t('Text'),
			meaning: () =>
				l10n.t('Words in the name of the deal or the customer, whatever their case and accents.'),
			asked: 'loaded',
			example: 'contoso',
		},
		readText,
	),
	field(
		'valueAtLeast',
		{
			label: () => l10n.t('Value at least'),
			meaning: () => l10n.t('Deals of that value or more, in whatever currency unless one is given.'),
			asked: 'loaded',
			kind: 'number',
			example: '50000',
		},
		readNumber,
	),
	field(
		'valueAtMost',
		{
			label: () => l10n.t('Value at most'),
			meaning: () => l10n.t('Deals of that value or less, in whatever currency unless one is given.'),
			asked: 'loaded',
			kind: 'number',
			example: '250000',
		},
		readNumber,
	),
	field(
		'currency',
		{
			label: () => l10n.t('Currency'),
			meaning: () => l10n.t('Deals in that currency, as its code of three letters; nothing is converted.'),
			asked: 'loaded',
			example: 'USD',
		},
		readCurrency,
	),
	field(
		'expiresWithin',
		{
			label: () => l10n.t('Expires within'),
			meaning: () => l10n.t('New referrals that expire between now and so much later.'),
			asked: 'loaded',
			example: '7d',
		},
		readSpan,
	),
	field(
		'product',
		{
			label: () => l10n.t('Product or solution'),
			meaning: () => l10n.t('Deals that need the product or solution of that id or name.'),
			asked: 'loaded',
			example: 'Azure',
		},
		readText,
	),
];
