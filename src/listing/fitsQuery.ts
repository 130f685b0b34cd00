import type { Dialect } from '../partner/dialect.ts';
import type { Referral } from '../partner/referral.ts';
import type { Query } from '../query/query.ts';
import { resolveWhen } from '../query/when.ts';
import { compareInstants } from '../referral/instant.ts';
import type { ListedReferral } from './listed.ts';

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
	const always = dialect.has('ge') ? datesOf(query, now) : [];
	const fits = (all: readonly Judge[], referral: Referral) => all.every((judge) => judge(referral));
	return ({ origin, referral }) => fits(origin.list === query ? always : judges, referral);
}

type Judge = (referral: Referral) => boolean;

function judgesOf(query: Query, now: number): readonly Judge[] {
	const { status, substatus, engagementId, qualification, direction, type, country } = query;
	return [
		same(status, (referral) => referral.status),
		same(substatus, (referral) => referral.substatus),
		same(engagementId, (referral) => referral.engagementId),
		same(qualification, (referral) => referral.qualification),
		same(direction, (referral) => referral.direction),
		same(type, (referral) => referral.type),
		same(country, ({ customerProfile }) => customerProfile?.address?.country),
		...datesOf(query, now),
	].filter((judge) => judge !== undefined);
}

function datesOf({ updatedSince, updatedBefore }: Query, now: number): readonly Judge[] {
	const since = updatedSince && resolveWhen(updatedSince, now);
	const before = updatedBefore && resolveWhen(updatedBefore, now);
	const judges = [
		since && (({ updatedDateTime }: Referral) => compareInstants(updatedDateTime, since) >= 0),
		before && (({ updatedDateTime }: Referral) => compareInstants(updatedDateTime, before) <= 0),
	];
	return judges.filter((judge): judge is Judge => typeof judge === 'function');
}

/** What wasn't sent contradicts nothing. */
function same(
	asked: string | undefined,
	sent: (referral: Referral) => string | undefined,
): Judge | undefined {
	if (asked === undefined) return undefined;
	const wanted = asked.toLowerCase();
	return (referral) => (sent(referral)?.toLowerCase() ?? wanted) === wanted;
}
