import type { Entered } from './field.ts';
import { flatQuery, readFlatQuery } from './flat.ts';
import type { Query } from './query.ts';

/** Ends the name of a condition that is not to have a value, so that it reads `country!=PL`. */
const notSign = '!';

/**
 * What stands behind the question mark of a link to a query. The editor undoes the encoding of a link once before
 * it hands its query on (`Uri.query`), after which an encoded `&` could not be told from a plain one: so percent
 * signs are encoded once more.
 */
export function queryLink(query: Query): string {
	const parameters = new URLSearchParams(
		flatQuery(query).map(({ name, text, not }): [string, string] => [not ? `${name}${notSign}` : name, text]),
	);
	return `${parameters}`
		.replace(/%(?!21=|40|3A|2F)/g, '%25')
		.replace(/%(?:21(?==)|40|3A|2F)/g, decodeURIComponent);
}

/** Reads the query of a link as the editor's `Uri.query` gives it, without a question mark. */
export function readQueryLink(search: string): Entered {
	return readFlatQuery(
		[...new URLSearchParams(search)].map(([key, text]) => {
			const not = key.endsWith(notSign);
			return { name: not ? key.slice(0, -notSign.length) : key, text, not };
		}),
	);
}
