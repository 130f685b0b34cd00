import { PartnerError } from '../partner/error.ts';
import type { LastRead } from '../partner/keptPage.ts';
import type { ListOptions } from '../partner/listUrl.ts';
import type { Page } from '../partner/page.ts';
import type { Received, Referral, Unreadable } from '../partner/referral.ts';
import type { ReferralsClient } from '../partner/referralsClient.ts';
import { ListedReferral } from './listedReferral.ts';

/** More than any partner has; a service that goes on for longer is taken to be going in circles. */
const mostPages = 10_000;

/** The pages of one list, from the first one to as far as was asked for. */
export class Chain {
	readonly rows: ListedReferral[] = [];
	readonly unreadable: Unreadable[] = [];
	/** How many referrals the service sent, those of other groups included. */
	received = 0;
	pages = 0;
	/** Why the chain can't be followed further although the service says that there is more. */
	broken: PartnerError | undefined;

	readonly #client: ReferralsClient;
	readonly #options: ListOptions;
	readonly #holds: (referral: Referral) => boolean;
	readonly #indexes = new Map<string, number>();
	readonly #links = new Set<string>();
	readonly #lastRead: LastRead = {};
	#next: string | undefined;

	constructor(client: ReferralsClient, options: ListOptions, holds: (referral: Referral) => boolean) {
		this.#client = client;
		this.#options = options;
		this.#holds = holds;
	}

	/** Whether every referral of the list has come. */
	get complete(): boolean {
		return this.pages > 0 && this.#next === undefined && this.broken === undefined;
	}

	/** Fetches one page more, with exactly one request; rejects with a `PartnerError` and is then as before. */
	async advance(signal: AbortSignal): Promise<void> {
		const page = await this.#fetch(signal);
		signal.throwIfAborted();
		this.pages += 1;
		for (const entry of page.entries) this.#add(entry);
		page.kept?.pack(this.#lastRead);
		this.broken = page.refused ?? this.#faultIn(page);
		this.#next = this.broken ? undefined : page.next;
		if (page.next !== undefined) this.#links.add(page.next);
	}

	/** The referral with this id, as it came last. */
	find(id: string): ListedReferral | undefined {
		const index = this.#indexes.get(id);
		return index === undefined ? undefined : this.rows[index];
	}

	/** Takes a referral out. @returns whether it was there */
	drop(id: string): boolean {
		const index = this.#indexes.get(id);
		if (index === undefined) return false;
		this.rows.splice(index, 1);
		this.#indexes.clear();
		for (const [at, { referral }] of this.rows.entries()) this.#indexes.set(referral.id, at);
		return true;
	}

	#fetch(signal: AbortSignal): Promise<Page> {
		if (this.#next === undefined) return this.#client.list(this.#options, signal);
		return this.#client.next(this.#next, signal, this.pages + 1);
	}

	#add(entry: Received | Unreadable): void {
		this.received += 1;
		if (entry.kind === 'unreadable') this.unreadable.push(entry);
		else if (this.#holds(entry.referral)) this.#put(entry);
	}

	/** A referral that moved between two pages comes twice: it keeps its place and shows its later state. */
	#put(received: Received): void {
		const { id } = received.referral;
		const index = this.#indexes.get(id) ?? this.rows.length;
		this.#indexes.set(id, index);
		this.rows[index] = new ListedReferral(received);
	}

	#faultIn({ next, entries }: Page): PartnerError | undefined {
		if (next === undefined) return undefined;
		if (this.#links.has(next)) return new PartnerError('chainBroken', { code: 'repeatedPage' });
		if (entries.length === 0) return new PartnerError('chainBroken', { code: 'emptyPage' });
		if (this.pages >= mostPages) return new PartnerError('chainBroken', { code: 'tooManyPages' });
		return undefined;
	}
}
