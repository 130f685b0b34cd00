import type { Filter } from './filter.ts';
import { readFilter } from './readFilter.ts';
import { readOptions } from './readOptions.ts';
import { readSelect } from './readSelect.ts';
import { Refusal } from './refusal.ts';
import { openSkipToken, sealSkipToken } from './skipToken.ts';

export interface ListOrder {
	readonly by: 'createdDateTime' | 'updatedDateTime';
	readonly descending: boolean;
}

/** The last row of the page before: the tenant may change between two pages, so that a number of rows is no place in it. */
export interface Mark {
	/** Its place among all referrals, which it keeps. */
	readonly place: number;
	/** When it was created or updated, whichever the order goes by, as it was when it was sent; empty without an order. */
	readonly instant: string;
}

/** A request for a page of the list, once understood. */
export interface ListQuery {
	readonly filter?: Filter;
	/** Absent: the tenant's own order, which is no order a user would want. */
	readonly order?: ListOrder;
	/** Properties to send; absent: all. */
	readonly select?: readonly string[];
	/** The most rows over all pages. */
	readonly top: number;
	/** How many rows the pages before this one held. */
	readonly offset: number;
	/** The last of them, where the token says it. */
	readonly after?: Mark;
	/** The token that continues after `rows` more, of which `last` is the last one. */
	readonly tokenAfter: (rows: number, last?: Mark) => string;
}

/** In characters; a web server refuses longer addresses. */
const longest = 16_384;

const options = ['$filter', '$orderby', '$top', '$select'];

/**
 * Reads the query string of a list request, first page or later.
 * @throws Refusal for anything the documentation does not show.
 */
export function readListQuery(query: string): ListQuery {
	if (query.length > longest) {
		throw new Refusal('query', 'The query string is too long.');
	}
	const given = readOptions(query, [...options, '$skiptoken']);
	const token = given.get('$skiptoken');
	if (token === undefined) {
		return understand(query, given, { offset: 0 });
	}
	if (given.size > 1) {
		throw new Refusal('$skiptoken', 'A continuation cannot be combined with other query options.');
	}
	// What is inside was sealed here after it had been understood, so it is well-formed.
	const sealed = /^(\d+)(?:@(\d+),(\S*))? (.*)$/s.exec(openSkipToken(token) ?? '');
	if (sealed === null) {
		throw new Refusal('$skiptoken', 'The continuation token is not valid.');
	}
	const [, offset, place, instant = '', first = ''] = sealed;
	return understand(first, readOptions(first, options), {
		offset: Number(offset),
		...(place !== undefined && { after: { place: Number(place), instant } }),
	});
}

function understand(
	query: string,
	given: ReadonlyMap<string, string>,
	start: Pick<ListQuery, 'offset' | 'after'>,
): ListQuery {
	const filter = given.get('$filter');
	const order = given.get('$orderby');
	const select = given.get('$select');
	return {
		...(filter !== undefined && { filter: readFilter(filter) }),
		...(order !== undefined && { order: readOrder(order) }),
		...(select !== undefined && { select: readSelect(select) }),
		top: readTop(given.get('$top')),
		...start,
		tokenAfter: (rows, last) => {
			const mark = last === undefined ? '' : `@${last.place},${last.instant}`;
			return sealSkipToken(`${start.offset + rows}${mark} ${query}`);
		},
	};
}

function readOrder(text: string): ListOrder {
	const [, by, direction] = /^ *(createdDateTime|updatedDateTime)(?: +(asc|desc))? *$/.exec(text) ?? [];
	if (by !== 'createdDateTime' && by !== 'updatedDateTime') {
		throw new Refusal('$orderby', `Ordering by '${text}' is not supported.`);
	}
	return { by, descending: direction === 'desc' };
}

function readTop(text: string | undefined): number {
	if (text === undefined) {
		return Number.POSITIVE_INFINITY;
	}
	if (!/^\d{1,9}$/.test(text)) {
		throw new Refusal('$top', `'${text}' is not a valid number of rows.`);
	}
	return Number(text);
}
