import type { ListOptions } from '../partner/listUrl.ts';
import type { Page } from '../partner/page.ts';
import type { Asking } from '../partner/referralsClient.ts';
import type { Session } from './session.ts';
import type { ReferralStore } from './store.ts';

/** How feeds come by their pages, and where they leave what is on them. */
export interface Lists {
	/** Whoever comes in one of these lists is known to be what it asks for: the query. */
	readonly under: object;
	readonly store: ReferralStore;
	/** Ends with the query, and with the session. */
	readonly signal: AbortSignal;
	/** Milliseconds since 1970. */
	now(): number;
	first(options: ListOptions, signal: AbortSignal, asking?: Asking): Promise<Page>;
	/** @param page the number of the page, from 1, for the log */
	next(url: string, signal: AbortSignal, page: number, asking?: Asking): Promise<Page>;
}

/** Those of a session. Whoever asks brings a signal that ends with this one. */
export function listsOf(
	{ client, store }: Session,
	{ under, signal, now }: Pick<Lists, 'under' | 'signal' | 'now'>,
): Lists {
	return {
		...{ under, store, signal, now },
		first: (options, stop, asking) => client.list(options, stop, asking),
		next: (url, stop, page, asking) => client.next(url, stop, page, asking),
	};
}
