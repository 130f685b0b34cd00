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
export function fitsQuery(query: Query, now: number): (row: ListedReferral) => boolean {
	const judges = judgesOf(query, now);
	return ({ origin, referral }) => origin.list === query || judges.every((fits) => fits(referral));
}

type Judge = (referral: Referral) => boolean;

function judgesOf(query: Query, now: number): readonly Judge[] {
	const { status, substatus, engagementId, qualification, direction, type, country } = query;
	const since = query.updatedSince && resolveWhen(query.updatedSince, now);
	const before = query.updatedBefore && resolveWhen(query.updatedBefore, now);
	return [
		same(status, (referral) => referral.status),
		same(substatus, (referral) => referral.substatus),
		same(engagementId, (referral) => referral.engagementId),
		same(qualification, (referral) => referral.qualification),
		same(direction, (referral) => referral.direction),
		same(type, (referral) => referral.type),
		same(country, ({ customerProfile }) => customerProfile?.address?.country),
		since && (({ updatedDateTime }: Referral) => compareInstants(updatedDateTime, since) >= 0),
		before && (({ updatedDateTime }: Referral) => compareInstants(updatedDateTime, before) <= 0),
	].filter((judge): judge is Judge => typeof judge === 'function');
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
