import * as vscode from 'vscode';
import { readSettings } from '../account/settings.ts';
import { endpointAt } from '../partner/endpoint.ts';
import { listUrl } from '../partner/listUrl.ts';
import { queryLink } from '../query/link.ts';
import { odataFor } from '../query/odata/odata.ts';
import type { Query } from '../query/query.ts';
import { escaped } from '../text/escaped.ts';

const authority = 'partner-referrals.partner-referrals';

/** A link that opens a query in the editor. */
export function linkTo(query: Query): string {
	return `${vscode.env.uriScheme}://${authority}/query?${queryLink(query)}`;
}

/** A link that opens a referral in the editor. */
export function linkToReferral(id: string): string {
	return `${vscode.env.uriScheme}://${authority}/referral/${escaped(id)}`;
}

/** The address of the first page of a query, over all groups. */
export function odataUrl(query: Query): string {
	const { collection } = endpointAt(readSettings().endpoint);
	return listUrl(collection, odataFor(query, {}, Date.now()));
}
