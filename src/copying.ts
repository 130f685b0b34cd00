import * as vscode from 'vscode';
import { endpointAt } from './partner/endpoint.ts';
import { escaped } from './partner/escaped.ts';
import { listUrl } from './partner/listUrl.ts';
import { odataFor } from './referrals/odata.ts';
import type { Query } from './referrals/query.ts';
import { queryLink } from './referrals/queryLink.ts';
import { readSettings } from './settings.ts';

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

/** The same as a command for a shell, with the token left for its user to fill in. */
export function curlCommand(query: Query): string {
	const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
	const header = `--header ${quoted('Accept: application/json')} --header "Authorization: Bearer $TOKEN"`;
	return `curl ${header} ${quoted(odataUrl(query))}`;
}
