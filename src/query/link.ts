import { flatQuery, readFlatQuery } from './flat.ts';
import type { Query } from './query.ts';

/**
 * What stands behind the question mark of a link to a query. The editor undoes the encoding of a link once before
 * it hands its query on (`Uri.query`), after which an encoded `&` could not be told from a plain one: so percent
 * signs are encoded once more.
 */
export function queryLink(query: Query): string {
	const parameters = new URLSearchParams(
		flatQuery(query).map(([name, value]): [string, string] => [name, `${value}`]),
	);
	return `${parameters}`.replace(/%(?!40|3A|2F)/g, '%25').replace(/%(?:40|3A|2F)/g, decodeURIComponent);
}

/** Reads the query of a link as the editor's `Uri.query` gives it, without a question mark. */
export function readQueryLink(search: string): { readonly query: Query } | { readonly refusal: string } {
	return readFlatQuery(new URLSearchParams(search));
}
