import { readSettings } from '../../account/settings.ts';
import { linkInto } from '../../editor/referralLink.ts';
import { endpointAt } from '../../partner/endpoint.ts';
import { listUrl } from '../../partner/listUrl.ts';
import { queryLink } from '../../query/link.ts';
import { odataFor } from '../../query/odata/odata.ts';
import type { Query } from '../../query/query.ts';

/** A link that opens a query in the editor. */
export function linkTo(query: Query): string {
	return linkInto(`query?${queryLink(query)}`);
}

/** The address of the first page of a query, over all groups. */
export function odataUrl(query: Query): string {
	const { collection } = endpointAt(readSettings().endpoint);
	return listUrl(collection, odataFor(query, {}, Date.now()));
}
