import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { conditionOn } from '../../../src/listing/conditionOn.ts';
import { isJsonObject, type JsonObject } from '../../../src/partner/json.ts';
import type { Received } from '../../../src/partner/referral.ts';
import type { Query } from '../../../src/query/query.ts';
import { resolveWhen } from '../../../src/query/when.ts';
import { instantIn } from '../../../src/referral/instant.ts';

/**
 * Whether a referral is one that a query looks for, by all its conditions but the advanced one, which only the
 * service can tell and is taken to hold.
 */
export function matches(query: Query, received: Received, now: number): boolean {
	return matchesService(query, received, now) && matchesLoaded(query, received, now);
}

/** Whether a referral meets the conditions that are looked for in loaded rows only. */
export function matchesLoaded(query: Query, received: Received, now: number): boolean {
	return conditionOn(query, now)?.(new ListedReferral(received, { whole: false })) ?? true;
}

/** What the service compares it compares exactly. */
function matchesService(query: Query, { referral, json }: Received, now: number): boolean {
	const { updatedSince, updatedBefore, teamEmail, country } = query;
	const updated = instantIn(referral.updatedDateTime ?? '') ?? Number.NaN;
	const exact = ['status', 'substatus', 'engagementId', 'qualification', 'direction', 'type'] as const;
	return (
		exact.every((name) => isOf(query[name], referral[name])) &&
		isOf(country, referral.customerProfile?.address?.country) &&
		(updatedSince === undefined || updated >= Date.parse(resolveWhen(updatedSince, now))) &&
		(updatedBefore === undefined || updated < Date.parse(resolveWhen(updatedBefore, now))) &&
		(teamEmail === undefined || objectsIn(json['team']).some(({ email }) => email === teamEmail))
	);
}

/** One value, one of a list, or none of what is not to be; what is missing is none of anything. */
function isOf(wanted: Query['country'], value: string | undefined): boolean {
	if (wanted === undefined) return true;
	if (typeof wanted === 'string') return value === wanted;
	const lower = value?.toLowerCase();
	const isAmong = (all: readonly string[]) => all.some((each) => each.toLowerCase() === lower);
	return 'not' in wanted ? !isAmong(wanted.not) : isAmong(wanted);
}

/** The service sends one object for a list of one, too. */
function objectsIn(value: unknown): readonly JsonObject[] {
	return [value].flat().filter(isJsonObject);
}
