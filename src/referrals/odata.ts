import type { ListOptions } from '../partner/listUrl.ts';
import type { Group } from './group.ts';
import type { Query } from './query.ts';

/** What to ask the service for one group under a query, in the forms that its documentation shows. */
export function odataFor(query: Query, group: Pick<Group, 'status' | 'substatus'>): ListOptions {
	const conditions = [
		condition('status', group.status ?? query.status),
		condition('substatus', group.substatus ?? query.substatus),
		condition('engagementId', query.engagementId),
		query.updatedSince && `updatedDateTime ge ${query.updatedSince}`,
		query.teamEmail && `team/any(t:${condition('t/email', query.teamEmail)})`,
	].filter((text) => text);
	return {
		orderby: `createdDateTime ${query.sort === 'newest' ? 'desc' : 'asc'}`,
		...(conditions.length > 0 && { filter: conditions.join(' and ') }),
	};
}

function condition(property: string, value: string | undefined): string | undefined {
	return value && `${property} eq ${literal(value)}`;
}

/** An OData string literal; a quote inside is doubled. */
function literal(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}
