import { PartnerError } from '../partner/error.ts';
import type { LastRead } from '../partner/keptPage.ts';
import { limits } from '../partner/limits.ts';
import type { ListOptions } from '../partner/listUrl.ts';
import type { Page } from '../partner/page.ts';
import type { Received, Unreadable } from '../partner/referral.ts';
import type { Asking } from '../partner/referralsClient.ts';
import type { Lists } from './lists.ts';

/** The pages of one list, from the first one to as far as was asked for, as ids. */
export class Chain {
	/** Of the referrals that came, each once, in the order in which they came first. */
	readonly ids = new Set<string>();
	readonly unreadable: Unreadable[] = [];
	/** How many elements the service sent. */
	received = 0;
	pages = 0;
	/** The same as long as all that came may still be of the pages that were read first. */
	reading: object = {};
	/** Why the chain can't be followed further although the service says that there is more. */
	broken: PartnerError | undefined;

	readonly #lists: Lists;
	readonly #options: ListOptions;
	readonly #links = new Set<string>();
	readonly #lastRead: LastRead = {};
	#next: string | undefined;
	/** How many pages in a row were empty. */
	#empty = 0;

	constructor(lists: Lists, options: ListOptions) {
		this.#lists = lists;
		this.#options = options;
	}

	/** Whether every referral of the list has come. */
	get complete(): boolean {
		return this.pages > 0 && this.#next === undefined && this.broken === undefined;
	}

	/**
	 * Fetches one page more, and empty ones that lead to it; rejects with a `PartnerError`, and goes on the next time behind
	 * what came.
	 */
	async advance(signal: AbortSignal, asking?: Asking): Promise<void> {
		do await this.#fetchOne(signal, asking);
		while (this.#empty > 0 && this.#next !== undefined);
	}

	async #fetchOne(signal: AbortSignal, asking?: Asking): Promise<void> {
		const page = await this.#fetch(signal, asking);
		signal.throwIfAborted();
		this.pages += 1;
		this.received += page.entries.length;
		this.#empty = page.entries.length === 0 ? this.#empty + 1 : 0;
		this.#take(page);
		page.kept?.pack(this.#lastRead);
		this.broken = page.refused ?? this.#faultIn(page);
		this.#next = this.broken ? undefined : page.next;
		if (page.next !== undefined) this.#links.add(page.next);
	}

	/** Goes on where another chain of the same list does, with what is on its pages behind what is here. */
	goOnLike(other: Chain): void {
		for (const id of other.ids) this.ids.add(id);
		this.unreadable.splice(0, this.unreadable.length, ...other.unreadable);
		this.received = other.received;
		this.pages = other.pages;
		this.reading = other.reading;
		this.broken = other.broken;
		this.#next = other.#next;
		for (const link of other.#links) this.#links.add(link);
	}

	#fetch(signal: AbortSignal, asking?: Asking): Promise<Page> {
		if (this.#next === undefined) return this.#lists.first(this.#options, signal, asking);
		return this.#lists.next(this.#next, signal, this.pages + 1, asking);
	}

	/** The store is told first, so that whoever hears of it can tell what had come before. */
	#take({ entries, kept }: Page): void {
		const { store, under } = this.#lists;
		const readable: Received[] = [];
		for (const entry of entries) {
			if (entry.kind === 'unreadable') this.unreadable.push(entry);
			else readable.push(entry);
		}
		store.put(readable, { whole: false, list: under, page: kept });
		for (const { referral } of readable) this.ids.add(referral.id);
	}

	#faultIn({ next }: Page): PartnerError | undefined {
		if (next === undefined) return undefined;
		if (this.#links.has(next)) return new PartnerError('chainBroken', { code: 'repeatedPage' });
		if (this.#empty >= limits.emptyPages) return new PartnerError('chainBroken', { code: 'emptyPages' });
		if (this.pages >= limits.pages) return new PartnerError('chainBroken', { code: 'tooManyPages' });
		return undefined;
	}
}
