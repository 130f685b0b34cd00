import type { Dialect } from '../../partner/dialect.ts';
import type { ListOptions } from '../../partner/listUrl.ts';
import { isNot, singleOf, valuesOf, type Wanted } from '../condition/wanted.ts';
import { type Query, type ServedSort, servedSort } from '../query.ts';
import { resolveWhen } from '../when.ts';

const orders = {
	newest: 'createdDateTime desc',
	oldest: 'createdDateTime asc',
	lastUpdated: 'updatedDateTime desc',
	firstUpdated: 'updatedDateTime asc',
} as const satisfies Record<ServedSort, string>;

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
	const whole = { ...asked, ...(status && { status }), ...(substatus && { substatus }) };
	const filter = conditionsText(whole, now, documented);
	return { orderby: orders[servedSort(query.sort)], ...(filter && { filter }) };
}

/**
 * The filter of a whole query, of whatever partition, as somebody may edit it; empty where nothing can be said in OData. The
 * service is asked no `or` and no `ne` of it, which its documentation doesn't show.
 */
export function filterText(query: Omit<Query, 'sort'>, now: number): string {
	return conditionsText(query, now, compared);
}

/** What a property is to be; undefined where that isn't said. */
type Says = (property: string, wanted: Wanted | undefined) => string | undefined;

function conditionsText(query: Omit<Query, 'sort'>, now: number, says: Says): string {
	const { updatedSince, updatedBefore, teamEmail, advanced } = query;
	const conditions = [
		says('status', query.status),
		says('substatus', query.substatus),
		says('engagementId', query.engagementId),
		updatedSince && `updatedDateTime ge ${resolveWhen(updatedSince, now)}`,
		updatedBefore && `updatedDateTime lt ${resolveWhen(updatedBefore, now)}`,
		teamEmail && `team/any(t:${says('t/email', teamEmail)})`,
		says('qualification', query.qualification),
		says('direction', query.direction),
		says('type', query.type),
		says('customerProfile/address/country', query.country),
		advanced && `(${advanced})`,
	];
	return conditions.filter((text) => text).join(' and ');
}

const documented: Says = (property, wanted) => compared(property, singleOf(wanted));

function compared(property: string, wanted: Wanted | undefined): string | undefined {
	if (wanted === undefined) return undefined;
	const not = isNot(wanted);
	const all = valuesOf(wanted).map((value) => `${property} ${not ? 'ne' : 'eq'} ${literal(value)}`);
	return not || all.length === 1 ? all.join(' and ') : `(${all.join(' or ')})`;
}

/** An OData string literal; a quote inside is doubled. */
function literal(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}
