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
}

/**
 * The address of the first page. Written by hand because `URLSearchParams` would send `%24filter` and `+`
 * for a space, which not every OData service reads back as meant.
 */
export function listUrl(collection: string, { filter, orderby, top, count }: ListOptions): string {
	const options = [
		filter && `$filter=${escaped(filter)}`,
		orderby && `$orderby=${escaped(orderby)}`,
		top !== undefined && `$top=${top}`,
		count && '$count=true',
	].filter((option) => option);
	return options.length === 0 ? collection : `${collection}?${options.join('&')}`;
}
