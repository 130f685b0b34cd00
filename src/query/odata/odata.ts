import type { ListOptions } from '../../partner/listUrl.ts';
import type { Group } from '../../referral/group.ts';
import type { Query, Sort } from '../query.ts';
import { resolveWhen } from '../when.ts';

const orders = {
	newest: 'createdDateTime desc',
	oldest: 'createdDateTime asc',
	lastUpdated: 'updatedDateTime desc',
	firstUpdated: 'updatedDateTime asc',
} as const satisfies Record<Sort, string>;

/**
 * What to ask the service for one group under a query, in the forms that its documentation shows.
 * @param now milliseconds since 1970, from which relative dates count
 */
export function odataFor(query: Query, group: Pick<Group, 'status' | 'substatus'>, now: number): ListOptions {
	const { status = query.status, substatus = query.substatus } = group;
	const filter = filterText({ ...query, ...(status && { status }), ...(substatus && { substatus }) }, now);
	return { orderby: orders[query.sort], ...(filter && { filter }) };
}

/** The filter of a whole query, of whatever groups; empty when the service is asked for everything. */
export function filterText(query: Omit<Query, 'sort'>, now: number): string {
	const { updatedSince, updatedBefore, teamEmail, advanced } = query;
	const conditions = [
		equals('status', query.status),
		equals('substatus', query.substatus),
		equals('engagementId', query.engagementId),
		updatedSince && `updatedDateTime ge ${resolveWhen(updatedSince, now)}`,
		updatedBefore && `updatedDateTime lt ${resolveWhen(updatedBefore, now)}`,
		teamEmail && `team/any(t:${equals('t/email', teamEmail)})`,
		equals('qualification', query.qualification),
		equals('direction', query.direction),
		equals('type', query.type),
		equals('customerProfile/address/country', query.country),
		advanced && `(${advanced})`,
	];
	return conditions.filter((text) => text).join(' and ');
}

function equals(property: string, value: string | undefined): string | undefined {
	return value && `${property} eq ${literal(value)}`;
}

/** An OData string literal; a quote inside is doubled. */
function literal(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}
