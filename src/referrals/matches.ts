import { isJsonObject, type JsonObject } from '../partner/json.ts';
import type { Received } from '../partner/referral.ts';
import { expiryOf } from './expiry.ts';
import { instantIn } from './instant.ts';
import type { Query } from './query.ts';
import { endOf, resolveWhen } from './when.ts';

/**
 * Whether a referral is one that a query looks for, by all its conditions but the advanced one, which only the
 * service can tell and is taken to hold.
 * @param now milliseconds since 1970
 */
export function matches(query: Query, received: Received, now: number): boolean {
	return matchesService(query, received, now) && matchesLoaded(query, received, now);
}

/** Whether a referral meets the conditions that are looked for in loaded rows only. */
export function matchesLoaded(query: Query, { referral, json }: Received, now: number): boolean {
	const { text, expiresWithin, product } = query;
	return (
		(text === undefined || hasText([referral.name, referral.customerProfile?.name], text)) &&
		hasValue(query, referral) &&
		(expiresWithin === undefined || expires(referral, expiresWithin, now)) &&
		(product === undefined || needs(json, product))
	);
}

/** What the service compares it compares exactly. */
function matchesService(query: Query, { referral, json }: Received, now: number): boolean {
	const { updatedSince, updatedBefore, teamEmail, country } = query;
	const updated = instantIn(referral.updatedDateTime ?? '') ?? Number.NaN;
	const exact = ['status', 'substatus', 'engagementId', 'qualification', 'direction', 'type'] as const;
	return (
		exact.every((name) => query[name] === undefined || referral[name] === query[name]) &&
		(country === undefined || referral.customerProfile?.address?.country === country) &&
		(updatedSince === undefined || updated >= Date.parse(resolveWhen(updatedSince, now))) &&
		(updatedBefore === undefined || updated < Date.parse(resolveWhen(updatedBefore, now))) &&
		(teamEmail === undefined || objectsIn(json['team']).some(({ email }) => email === teamEmail))
	);
}

function hasText(names: readonly (string | undefined)[], text: string): boolean {
	return names.some((name) => folded(name ?? '').includes(folded(text)));
}

/** Letters alone: `Ångström` and `angstrom` are the same word to whoever looks for it. */
function folded(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** Nothing is converted: without a currency, the number is compared whatever it counts. */
function hasValue(
	{ valueAtLeast, valueAtMost, currency }: Query,
	{ details }: Received['referral'],
): boolean {
	const value = details?.dealValue ?? Number.NaN;
	return (
		(valueAtLeast === undefined || value >= valueAtLeast) &&
		(valueAtMost === undefined || value <= valueAtMost) &&
		(currency === undefined || details?.currency?.toUpperCase() === currency.toUpperCase())
	);
}

function expires(referral: Received['referral'], span: string, now: number): boolean {
	const expiry = expiryOf(referral) ?? Number.NaN;
	return expiry >= now && expiry <= (endOf(span, now) ?? Number.NaN);
}

function needs(json: JsonObject, product: string): boolean {
	const { details } = json;
	const requirements = isJsonObject(details) ? details['requirements'] : undefined;
	if (!isJsonObject(requirements)) return false;
	const { products, solutions } = requirements;
	return [...objectsIn(products), ...objectsIn(solutions)].some(
		({ id, name }) => isSame(id, product) || isSame(name, product),
	);
}

function isSame(value: unknown, wanted: string): boolean {
	return typeof value === 'string' && folded(value.trim()) === folded(wanted);
}

function objectsIn(value: unknown): readonly JsonObject[] {
	return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
