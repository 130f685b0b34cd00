import type { Send } from '../../src/partner/send.ts';
import { distribution } from '../../src/sample/invent/distribution.ts';
import { errorBody } from '../../src/sample/service/errorBody.ts';
import type { Filter } from '../../src/sample/service/filter.ts';
import { type ListQuery, readListQuery } from '../../src/sample/service/listQuery.ts';
import { nextLinkTo } from '../../src/sample/service/nextLinkTo.ts';
import { Refusal } from '../../src/sample/service/refusal.ts';
import { SimulatedRow } from './simulatedRow.ts';

const pageSize = 100;
const documented = distribution.slice(0, 7);

/** How many referrals there are of a pair of status and substatus. */
interface PairSize {
	readonly status: string;
	readonly substatus: string;
	readonly size: number;
	/** The place of the first of them among all. */
	readonly start: number;
}

/** How a tenant of any size spreads over the documented pairs: in the proportions of the sample tenant. */
export function sizesOf(size: number): readonly PairSize[] {
	const whole = documented.reduce((sum, { count }) => sum + count, 0);
	let [share, start] = [0, 0];
	return documented.map(({ status, substatus, count }) => {
		share += count;
		const end = Math.round((size * share) / whole);
		const pair = { status, substatus, size: end - start, start };
		start = end;
		return pair;
	});
}

/**
 * A tenant of any size that holds no referral: each is made from the seed and its place whenever it is asked for, so
 * that the last page of a million costs what the first one of a hundred does. It knows the conditions that groups are
 * asked by, refuses others, and is newest first unless asked for the oldest.
 */
export function simulatedTenant(size: number, now = new Date()): Send {
	const pairs = sizesOf(size);
	const rows = pairs.map((pair) => new SimulatedRow(pair, now));
	const rowAt = (place: number): string => {
		const index = pairs.findLastIndex((pair) => pair.start <= place && pair.size > 0);
		return rows[index]?.at(place) ?? '';
	};
	return async ({ url, signal, headers }) => {
		signal.throwIfAborted();
		const { status, text } = answered(() => textFor(new URL(url), pairs, rowAt));
		return {
			status,
			headers: {
				'content-type': 'application/json; odata.metadata=minimal',
				'request-id': crypto.randomUUID(),
				'client-request-id': headers['client-request-id'] ?? '',
			},
			body: new TextEncoder().encode(text),
		};
	};
}

function answered(make: () => string | undefined): { readonly status: number; readonly text: string } {
	try {
		const text = make();
		if (text !== undefined) return { status: 200, text };
		return { status: 404, text: JSON.stringify(errorBody('itemNotFound', 'It could not be found.')) };
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		return {
			status: 400,
			text: JSON.stringify(errorBody('invalidRequest', problem.message, problem.target)),
		};
	}
}

function textFor(url: URL, pairs: readonly PairSize[], rowAt: (place: number) => string): string | undefined {
	if (url.pathname.endsWith('/referrals'))
		return pageText(url, readListQuery(url.search.slice(1)), pairs, rowAt);
	const place = SimulatedRow.placeOf(url.pathname.split('/').at(-1) ?? '');
	const last = pairs.at(-1);
	return place !== undefined && last && place < last.start + last.size ? rowAt(place) : undefined;
}

function pageText(
	collection: URL,
	{ filter, order, offset, tokenAfter, select }: ListQuery,
	pairs: readonly PairSize[],
	rowAt: (place: number) => string,
): string {
	if (select) throw new Refusal('$select', 'This tenant sends all of a referral.');
	const asked = pairs.filter((pair) => holds(filter, pair));
	// Pairs of one status stand side by side, so that what is asked for is one stretch.
	const start = asked[0]?.start ?? 0;
	const size = asked.reduce((sum, pair) => sum + pair.size, 0);
	const count = Math.max(0, Math.min(pageSize, size - offset));
	const places = Array.from({ length: count }, (_, index) => offset + index);
	const ordered = places.map((place) => start + (order?.descending === false ? size - 1 - place : place));
	const more = offset + count < size;
	const link = JSON.stringify(nextLinkTo(collection, tokenAfter(count)));
	return [
		`{"@odata.context":"http://${collection.host}/v1.0/$metadata#Referrals","@odata.count":${count}`,
		`"value":[${ordered.map(rowAt).join(',')}]${more ? `,"@odata.nextLink":${link}` : ''}}`,
	].join(',');
}

function holds(filter: Filter | undefined, pair: PairSize): boolean {
	if (!filter) return true;
	if (filter.kind === 'and') return filter.parts.every((part) => holds(part, pair));
	if (filter.kind === 'compare' && filter.comparison === 'eq') {
		if (filter.field === 'status') return pair.status === filter.value;
		if (filter.field === 'substatus') return pair.substatus === filter.value;
	}
	throw new Refusal('$filter', 'This tenant can be asked for a status and a substatus only.');
}
