import * as l10n from '@vscode/l10n';
import { dayText } from '../referral/dateText.ts';
import { moneyText } from '../referral/money.ts';
import { longest } from '../text/longest.ts';
import { oneLine } from '../text/oneLine.ts';
import { singleOf } from './condition/wanted.ts';
import { wantedText } from './condition/wantedText.ts';
import type { Query, Sort } from './query.ts';
import { expiresWithinText, updatedBeforeText, updatedWithinText } from './spanText.ts';
import { isRelative } from './when.ts';

/**
 * A query in words, on one line, as it stands beside the view's title; empty when everything is shown, newest
 * first. Relative dates stay relative.
 */
export function queryText(query: Query, locale: string): string {
	return saidOf(query, locale, (words) => words, 300);
}

/**
 * The same for a query that somebody else wrote, to be agreed to: nothing is left out, and what they were free to write
 * stands in quotes that it can't close.
 */
export function quotedQueryText(query: Query, locale: string): string {
	return saidOf(query, locale, quoted, longest.advanced + 100);
}

function quoted(words: string): string {
	return l10n.t('“{0}”', words.replace(/[“”„‟«»]/g, '"'));
}

/** How words are given that are free to be anything. */
type Giving = (words: string) => string;

function saidOf(query: Query, locale: string, given: Giving, most: number): string {
	const asked = [...askedOfService(query, locale, given), ...askedOfLoaded(query, locale, given)];
	return [...asked, orders[query.sort]()]
		.map((text) => oneLine(text || '', most))
		.filter((text) => text)
		.join(' · ');
}

function askedOfService(query: Query, locale: string, given: Giving) {
	const { status, substatus, engagementId, updatedSince, updatedBefore } = query;
	const { teamEmail, qualification, direction, type, country, advanced } = query;
	return [
		[status, substatus]
			.filter((stage) => stage !== undefined)
			.map((stage) => wantedText(stage, locale))
			.join(' › '),
		updatedSince && sinceText(updatedSince, locale),
		updatedBefore && beforeText(updatedBefore, locale),
		engagementId && l10n.t('engagement {0}', given(engagementId)),
		teamEmail && l10n.t('team {0}', given(teamEmail)),
		...[qualification, direction, type].map(
			(wanted) => wanted && wantedText(wanted, locale, (value) => choices.get(value)?.() ?? value),
		),
		country && l10n.t('country {0}', wantedText(country, locale)),
		advanced && l10n.t('OData {0}', given(advanced)),
	];
}

function askedOfLoaded(query: Query, locale: string, given: Giving) {
	const { text, valueAtLeast, valueAtMost, currency, expiresWithin, product, solutionArea } = query;
	const money = (value: number) => moneyText(value, singleOf(currency), locale);
	const isSaid = singleOf(currency) && (valueAtLeast !== undefined || valueAtMost !== undefined);
	return [
		text && wantedText(text, locale, (words) => quoted(oneLine(words))),
		valueAtLeast !== undefined && l10n.t('at least {0}', money(valueAtLeast)),
		valueAtMost !== undefined && l10n.t('at most {0}', money(valueAtMost)),
		currency &&
			!isSaid &&
			(singleOf(currency)
				? l10n.t('value in {0}', singleOf(currency) ?? '')
				: l10n.t('currency {0}', wantedText(currency, locale))),
		expiresWithin && expiresWithinText(expiresWithin),
		product && l10n.t('product {0}', wantedText(product, locale, given)),
		solutionArea && l10n.t('solution area {0}', wantedText(solutionArea, locale, given)),
	];
}

function sinceText(when: string, locale: string): string {
	return isRelative(when) ? updatedWithinText(when) : l10n.t('updated since {0}', dayText(when, locale));
}

function beforeText(when: string, locale: string): string {
	return isRelative(when) ? updatedBeforeText(when) : l10n.t('updated before {0}', dayText(when, locale));
}

/** What is said of values that people choose from; in lower case, since they stand among others. */
const choices = new Map(
	Object.entries({
		None: () => l10n.t('qualification none'),
		Direct: () => l10n.t('qualification direct'),
		MarketingQualified: () => l10n.t('qualification marketing qualified'),
		SalesQualified: () => l10n.t('qualification sales qualified'),
		Incoming: () => l10n.t('incoming'),
		Outgoing: () => l10n.t('outgoing'),
		Shared: () => l10n.t('shared'),
		Independent: () => l10n.t('independent'),
	}),
);

const orders = {
	newest: () => '',
	oldest: () => l10n.t('oldest first'),
	lastUpdated: () => l10n.t('last updated first'),
	firstUpdated: () => l10n.t('longest untouched first'),
	firstExpiring: () => l10n.t('first to expire first'),
	highestValue: () => l10n.t('highest value first'),
	customer: () => l10n.t('by customer'),
	longestInStage: () => l10n.t('longest in stage first'),
} as const satisfies Record<Sort, () => string>;
