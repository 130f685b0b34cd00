import type { Send } from '../../src/partner/send.ts';
import { errorBody } from '../../src/sample/service/errorBody.ts';
import type { ListOrder, ListQuery } from '../../src/sample/service/listQuery.ts';
import { readListQuery } from '../../src/sample/service/listQuery.ts';
import { matchesFilter } from '../../src/sample/service/matchesFilter.ts';
import { nextLinkTo } from '../../src/sample/service/nextLinkTo.ts';
import { Refusal } from '../../src/sample/service/refusal.ts';
import { type Deal, deal } from './TenantInHand.ts';

/**
 * A large tenant in which things happen. Its rows stand in the order of creation and of update all the time, so that a page
 * of ten thousand takes no longer than one of a hundred.
 */
export class BusyTenant {
	readonly #now: () => number;
	readonly #pageSize: number;
	readonly #rows = new Map<string, Deal>();
	#created: Deal[] = [];
	#updated: Deal[] = [];

	/** @param now the service's own time, in milliseconds since 1970; each change has a time of its own */
	constructor(deals: readonly Deal[], now: () => number, pageSize = 100) {
		this.#now = now;
		this.#pageSize = pageSize;
		for (const each of deals) this.#rows.set(each.id, each);
		const by = (date: ListOrder['by']) => (one: Deal, other: Deal) => (one[date] < other[date] ? 1 : -1);
		this.#created = deals.toSorted(by('createdDateTime'));
		this.#updated = deals.toSorted(by('updatedDateTime'));
	}

	/** Newest first. */
	get rows(): readonly Deal[] {
		return this.#created;
	}

	/** Updated last first. */
	get updated(): readonly Deal[] {
		return this.#updated;
	}

	get(id: string): Deal | undefined {
		return this.#rows.get(id);
	}

	add(facts: Partial<Deal>): Deal {
		const time = this.#time();
		const made = deal({ ...facts, createdDateTime: time, updatedDateTime: time });
		this.#rows.set(made.id, made);
		this.#created = [made, ...this.#created];
		this.#updated = [made, ...this.#updated];
		return made;
	}

	change(before: Deal, facts: Partial<Deal>): Deal {
		const after: Deal = { ...before, ...facts, updatedDateTime: this.#time() };
		this.#rows.set(before.id, after);
		this.#created = this.#created.map((each) => (each === before ? after : each));
		this.#updated = [after, ...this.#updated.filter((each) => each !== before)];
		return after;
	}

	remove(row: Deal): void {
		this.#rows.delete(row.id);
		this.#created = this.#created.filter((each) => each !== row);
		this.#updated = this.#updated.filter((each) => each !== row);
	}

	readonly send: Send = async ({ url, signal, headers }) => {
		signal.throwIfAborted();
		const { status, json } = this.#answer(new URL(url));
		return {
			status,
			headers: {
				'content-type': 'application/json',
				'request-id': crypto.randomUUID(),
				'client-request-id': headers['client-request-id'] ?? '',
			},
			body: new TextEncoder().encode(JSON.stringify(json)),
		};
	};

	#answer(url: URL): { readonly status: number; readonly json: unknown } {
		try {
			if (url.pathname.endsWith('/referrals'))
				return { status: 200, json: this.#page(url, readListQuery(url.search.slice(1))) };
			const found = this.#rows.get(url.pathname.split('/').at(-1) ?? '');
			if (found) return { status: 200, json: found };
			return { status: 404, json: errorBody('itemNotFound', 'It could not be found.') };
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			return { status: 400, json: errorBody('invalidRequest', problem.message, problem.target) };
		}
	}

	/** A page goes on behind the date of the last row before, so that none is left out when others leave the list. */
	#page(collection: URL, { filter, order, offset, select, top, tokenAfter }: ListQuery): object {
		const by = order?.by ?? 'createdDateTime';
		const dateOf = (row: Deal | undefined) => Date.parse(row?.[by] ?? '');
		const all = by === 'updatedDateTime' ? this.#updated : this.#created;
		const matching = filter ? all.filter((each) => matchesFilter(filter, each)) : all;
		const ordered = order?.descending === false ? matching.toReversed() : matching;
		const isBehind = (row: Deal) =>
			order?.descending === false ? dateOf(row) > offset : dateOf(row) < offset;
		const start = offset === 0 ? 0 : ordered.findIndex(isBehind);
		const left = start < 0 ? [] : ordered.slice(start);
		const rows = left.slice(0, Math.min(this.#pageSize, top));
		return {
			value: select ? rows.map((row) => Object.fromEntries(select.map((name) => [name, row[name]]))) : rows,
			...(Math.min(left.length, top) > rows.length && {
				'@odata.nextLink': nextLinkTo(collection, tokenAfter(dateOf(rows.at(-1)) - offset)),
			}),
		};
	}

	/** No two changes at once: a service that writes less than all digits is tried elsewhere. */
	#time(): string {
		const last = Date.parse(this.#updated[0]?.updatedDateTime ?? '');
		const now = this.#now();
		return new Date(last >= now ? last + 1 : now).toISOString();
	}
}
