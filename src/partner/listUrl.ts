import { escaped } from '../text/escaped.ts';

/** What the service is asked for: OData expressions, not yet encoded. */
export interface ListOptions {
	/** An OData `$filter`, such as `status eq 'New'`. */
	readonly filter?: string | undefined;
	/** An OData `$orderby`, such as `createdDateTime desc`. */
	readonly orderby?: string | undefined;
	/** How many rows are wanted at most, and whether to count all; the documentation shows the first in samples alone. */
	readonly top?: number;
	readonly count?: boolean;
	/** The properties that are wanted; all unless given. */
	readonly select?: readonly string[];
}

/**
 * The address of the first page. Written by hand because `URLSearchParams` would send `%24filter` and `+`
 * for a space, which not every OData service reads back as meant.
 */
export function listUrl(collection: string, options: ListOptions): string {
	const { filter, orderby, top, count, select } = options;
	const written = [
		filter && `$filter=${escaped(filter)}`,
		orderby && `$orderby=${escaped(orderby)}`,
		top !== undefined && `$top=${top}`,
		count && '$count=true',
		select && `$select=${select.map(escaped).join(',')}`,
	].filter((option) => option);
	return written.length === 0 ? collection : `${collection}?${written.join('&')}`;
}
