import type { SampleReferral } from '../invent/sampleReferral.ts';
import type { ListOrder, ListQuery } from './listQuery.ts';
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

/** Answers a list request. `collection` is the address that was asked, without its query. */
export function listPage(referrals: readonly SampleReferral[], query: ListQuery, collection: URL): ListPage {
	const { filter, order, offset } = query;
	const matching = referrals.filter((each) => filter === undefined || matchesFilter(filter, each));
	const ordered = order === undefined ? matching : inOrder(matching, order);
	const all = ordered.slice(0, query.top);
	const value = all.slice(offset, offset + pageSize).map((referral) => selected(referral, query.select));
	const more = offset + value.length < all.length;
	return {
		'@odata.context': `http://${collection.host}/v1.0/$metadata#Referrals`,
		'@odata.count': value.length,
		value,
		...(more && { '@odata.nextLink': nextLinkTo(collection, query.tokenAfter(value.length)) }),
	};
}

function inOrder(referrals: readonly SampleReferral[], order: ListOrder): readonly SampleReferral[] {
	const sign = order.descending ? -1 : 1;
	return referrals
		.map((referral) => ({ referral, instant: readInstant(referral[order.by]) ?? '' }))
		.sort((one, other) => sign * compare(one.instant, other.instant))
		.map(({ referral }) => referral);
}

function compare(one: string, other: string): number {
	if (one === other) {
		return 0;
	}
	return one < other ? -1 : 1;
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
