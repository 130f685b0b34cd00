import type { Dialect } from '../../partner/dialect.ts';
import type { ListOptions } from '../../partner/listUrl.ts';
import type { Query, Sort } from '../query.ts';
import { resolveWhen } from '../when.ts';

const orders = {
	newest: 'createdDateTime desc',
	oldest: 'createdDateTime asc',
	lastUpdated: 'updatedDateTime desc',
	firstUpdated: 'updatedDateTime asc',
} as const satisfies Record<Sort, string>;

/**
 * What to ask the service for one partition of a query, in the forms that its documentation shows.
 * @param now milliseconds since 1970, from which relative dates count
 * @param dialect what the service doesn't understand isn't asked; rows are judged by it all the same
 */
export function odataFor(
	query: Query,
	part: Pick<Query, 'status' | 'substatus'>,
	now: number,
	dialect: Dialect = new Map(),
): ListOptions {
	const { status = query.status, substatus = query.substatus } = part;
	const { updatedSince: _since, updatedBefore: _before, ...others } = query;
	const asked = dialect.get('ge') === 'notSpoken' ? others : query;
	const filter = filterText({ ...asked, ...(status && { status }), ...(substatus && { substatus }) }, now);
	return { orderby: orders[query.sort], ...(filter && { filter }) };
}

/** The filter of a whole query, of whatever partition; empty when the service is asked for everything. */
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
