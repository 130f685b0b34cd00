import { dayText } from '../referral/dateText.ts';
import { inWords } from '../referral/inWords.ts';
import { moneyText } from '../referral/money.ts';
import { oneLine } from '../text/oneLine.ts';
import type { Query } from './query.ts';
import { sortLabels } from './sortLabels.ts';
import { isRelative, spanText } from './when.ts';

/**
 * A query in words, on one line, as it stands beside the view's title; empty when everything is shown, newest
 * first. Relative dates stay relative.
 */
export function queryText(query: Query, locale: string): string {
	return [...askedOfService(query, locale), ...askedOfLoaded(query, locale), sortText(query)]
		.map((text) => oneLine(text || '', 300))
		.filter((text) => text)
		.join(' · ');
}

function askedOfService(query: Query, locale: string) {
	const { status, substatus, engagementId, updatedSince, updatedBefore } = query;
	const { teamEmail, qualification, direction, type, country, advanced } = query;
	return [
		[status, substatus].filter((word) => word).join(' › '),
		updatedSince && `updated ${sinceText(updatedSince, locale)}`,
		updatedBefore && `updated ${beforeText(updatedBefore, locale)}`,
		engagementId && `engagement ${engagementId}`,
		teamEmail && `team ${teamEmail}`,
		qualification && `qualification ${inWords(qualification).toLowerCase()}`,
		direction?.toLowerCase(),
		type?.toLowerCase(),
		country && `country ${country}`,
		advanced && `OData ${advanced}`,
	];
}

function askedOfLoaded(query: Query, locale: string) {
	const { text, valueAtLeast, valueAtMost, currency, expiresWithin, product } = query;
	const money = (value: number) => moneyText(value, currency, locale);
	const anyValue = valueAtLeast === undefined && valueAtMost === undefined;
	return [
		text && `“${oneLine(text)}”`,
		valueAtLeast !== undefined && `at least ${money(valueAtLeast)}`,
		valueAtMost !== undefined && `at most ${money(valueAtMost)}`,
		anyValue && currency && `value in ${currency}`,
		expiresWithin && `expires in the next ${spanText(expiresWithin)}`,
		product && `product ${product}`,
	];
}

function sinceText(when: string, locale: string): string {
	return isRelative(when) ? `in the last ${spanText(when)}` : `since ${dayText(when, locale)}`;
}

function beforeText(when: string, locale: string): string {
	return isRelative(when) ? `before the last ${spanText(when)}` : `before ${dayText(when, locale)}`;
}

function sortText({ sort }: Query): string {
	return sort === 'newest' ? '' : sortLabels[sort].toLowerCase();
}
