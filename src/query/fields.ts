import * as l10n from '@vscode/l10n';
import { statuses, substatusesOf } from '../referral/lifecycle.ts';
import { choice, field, type QueryField } from './field.ts';
import {
	readCountry,
	readCurrency,
	readGuid,
	readId,
	readMail,
	readNumber,
	readSpan,
	readText,
	readWhen,
} from './input.ts';
import { readAdvanced } from './readAdvanced.ts';

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
			several: true,
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
			several: true,
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
			several: true,
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
			several: true,
		},
		readText,
	),
	field(
		'solutionArea',
		{
			label: () => l10n.t('Solution area'),
			meaning: () => l10n.t('Deals of that solution area, written as on the referral.'),
			asked: 'loaded',
			example: 'Security',
			several: true,
		},
		readText,
	),
];
