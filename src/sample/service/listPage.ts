import type { SampleReferral } from '../invent/sampleReferral.ts';
import type { ListOrder, ListQuery, Mark } from './listQuery.ts';
import { matchesFilter } from './matchesFilter.ts';
import { nextLinkTo } from './nextLinkTo.ts';
import { readInstant } from './readInstant.ts';

/** The documentation promises a link "if there are more than 100 items in a collection". */
const pageSize = 100;

/** One page of the list as JSON values, before it is written as text. */
interface ListPage {
	readonly '@odata.context': string;
	/** The rows of this page, not of the whole list, as the documentation's samples have it. */
	readonly '@odata.count': number;
	readonly value: readonly Readonly<Record<string, unknown>>[];
	readonly '@odata.nextLink'?: string;
}

/** A referral that matches, with where it stands. */
interface Placed extends Mark {
	readonly referral: SampleReferral;
}

/**
 * Answers a list request. `collection` is the address that was asked, without its query. A page goes on behind the last
 * row of the page before, wherever that is now: what has changed meanwhile moves nothing else out of the chain.
 */
export function listPage(referrals: readonly SampleReferral[], query: ListQuery, collection: URL): ListPage {
	const { order, offset, after } = query;
	const compare = comparing(order);
	const ordered = matching(referrals, query).sort(compare);
	const left = after === undefined ? ordered : ordered.filter((row) => compare(row, after) > 0);
	const page = left.slice(0, Math.min(pageSize, query.top - offset));
	const last = page.at(-1);
	const more = page.length < Math.min(left.length, query.top - offset);
	return {
		'@odata.context': `http://${collection.host}/v1.0/$metadata#Referrals`,
		'@odata.count': page.length,
		value: page.map(({ referral }) => selected(referral, query.select)),
		...(more && { '@odata.nextLink': nextLinkTo(collection, query.tokenAfter(page.length, last)) }),
	};
}

function matching(referrals: readonly SampleReferral[], { filter, order }: ListQuery): Placed[] {
	return referrals.flatMap((referral, place) => {
		if (filter !== undefined && !matchesFilter(filter, referral)) {
			return [];
		}
		return { referral, place, instant: order === undefined ? '' : (readInstant(referral[order.by]) ?? '') };
	});
}

/** Those of one instant stand as they do in the tenant, whichever way the order goes. */
function comparing(order: ListOrder | undefined): (one: Mark, other: Mark) => number {
	const sign = order?.descending ? -1 : 1;
	return (one, other) => {
		if (one.instant === other.instant) {
			return one.place - other.place;
		}
		return one.instant < other.instant ? -sign : sign;
	};
}

function selected(
	referral: SampleReferral,
	names: readonly string[] | undefined,
): Readonly<Record<string, unknown>> {
	if (names === undefined) {
		return referral;
	}
	return Object.fromEntries(Object.entries(referral).filter(([name]) => names.includes(name)));
}
