import type { Dialect } from '../partner/dialect.ts';
import type { Referral } from '../partner/referral.ts';
import { lookingFor, singleOf, type Wanted } from '../query/condition/wanted.ts';
import type { Query } from '../query/query.ts';
import { resolveWhen } from '../query/when.ts';
import { compareInstants, instantIn } from '../referral/instant.ts';
import type { ListedReferral } from './arranging/listed.ts';

/** What a referral has where a condition looks. */
type Sent = (referral: Referral) => string | undefined;

/** Whether a referral is what is asked for; undefined where it doesn't say, or where only the service can tell. */
export type Judge = (referral: Referral) => boolean | undefined;

/**
 * Whether a referral's newest state is still what a query asks the service for. What the service sent under the query is;
 * what came otherwise, such as by its id, is judged by what the product reads of a referral. What can't be judged here,
 * such as OData that a user wrote, leaves it where the service had put it.
 * @param now milliseconds since 1970
 */
export function fitsQuery(
	query: Query,
	now: number,
	dialect: Dialect = new Map(),
): (row: ListedReferral) => boolean {
	const judges = judgesOf(query, now);
	// Once it is known how the service takes dates, rows are judged by them whatever it says.
	const always = [...(dialect.has('ge') ? datesOf(query, now) : []), ...stagesOf(query)];
	const fits = (all: readonly Judge[], referral: Referral) => all.every((judge) => judge(referral) !== false);
	return ({ origin, sent }) => fits(origin.list === query ? always : judges, sent.referral);
}

/**
 * Whether a referral that the service did not send under a query is what the query asks the service for: never guessed, so
 * that nothing is shown that doesn't belong.
 * @param now milliseconds since 1970
 */
export function judgeOf(query: Query, now: number): Judge {
	const judges = judgesOf(query, now);
	return (referral) => {
		const verdicts = judges.map((judge) => judge(referral));
		if (verdicts.includes(false)) return false;
		return verdicts.includes(undefined) ? undefined : true;
	};
}

function judgesOf(query: Query, now: number): readonly Judge[] {
	const { status, substatus, engagementId, qualification, direction, type, country } = query;
	return [
		...stagesOf(query),
		same(status, (referral) => referral.status),
		same(substatus, (referral) => referral.substatus),
		same(engagementId, (referral) => referral.engagementId),
		same(qualification, (referral) => referral.qualification),
		same(direction, (referral) => referral.direction),
		same(type, (referral) => referral.type),
		same(country, ({ customerProfile }) => customerProfile?.address?.country),
		inTeam(query.teamEmail),
		query.advanced === undefined ? undefined : () => undefined,
		...datesOf(query, now),
	].filter((judge) => judge !== undefined);
}

/** Several statuses, or all but some, of which the service is asked one by one, but not where it is asked for all. */
function stagesOf({ status, substatus }: Query): readonly Judge[] {
	return [
		notAsked(status, (referral) => referral.status),
		notAsked(substatus, (referral) => referral.substatus),
	].filter((judge) => judge !== undefined);
}

function datesOf({ updatedSince, updatedBefore }: Query, now: number): readonly Judge[] {
	const since = updatedSince && resolveWhen(updatedSince, now);
	const before = updatedBefore && resolveWhen(updatedBefore, now);
	const judges = [
		since && dated((updated) => compareInstants(updated, since) >= 0),
		before && dated((updated) => compareInstants(updated, before) <= 0),
	];
	return judges.filter((judge): judge is Judge => typeof judge === 'function');
}

function dated(fits: (updated: string) => boolean): Judge {
	return ({ updatedDateTime: updated }) =>
		updated === undefined || instantIn(updated) === undefined ? undefined : fits(updated);
}

/** Of what the service is asked. */
function same(asked: Wanted | undefined, sent: Sent): Judge | undefined {
	const wanted = singleOf(asked)?.toLowerCase();
	if (wanted === undefined) return undefined;
	return (referral) => {
		const value = sent(referral);
		return value === undefined ? undefined : value.toLowerCase() === wanted;
	};
}

/** One of whom no mail address was sent may be anybody. */
function inTeam(asked: string | undefined): Judge | undefined {
	if (asked === undefined) return undefined;
	const wanted = asked.toLowerCase();
	return ({ team }) => {
		if (team?.some((mail) => mail.toLowerCase() === wanted)) return true;
		return team === undefined || team.includes('') ? undefined : false;
	};
}

/** Of what the service isn't asked, as far as it is one of several values or none of some; undefined for what it is. */
export function notAsked(
	wanted: Wanted | undefined,
	sent: Sent,
): ((referral: Referral) => boolean) | undefined {
	if (typeof wanted !== 'object') return undefined;
	const looks = lookingFor(wanted);
	return (referral) => looks(sent(referral));
}
