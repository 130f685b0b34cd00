import { escaped } from '../text/escaped.ts';
import type { Endpoint } from './endpoint.ts';
import { PartnerError } from './error.ts';
import { type ListOptions, listUrl } from './listUrl.ts';
import { type Page, readPage } from './page.ts';
import { factsOf, readReply } from './readReply.ts';
import { type Received, readReferral } from './referral.ts';
import type { Ask, Reply, Send } from './send.ts';

/**
 * The Referrals API as far as this product goes: it only reads. Every method rejects with a `PartnerError`, or
 * with the signal's reason when aborted.
 */
export class ReferralsClient {
	readonly #send: Send;
	readonly #endpoint: Endpoint;

	constructor(send: Send, endpoint: Endpoint) {
		this.#send = send;
		this.#endpoint = endpoint;
	}

	/** The first page of a list. */
	list(options: ListOptions, signal: AbortSignal): Promise<Page> {
		return this.#page(listUrl(this.#endpoint.collection, options), 1, signal);
	}

	/** A further page, at the address that the page before gave as `next`; its number is for the log. */
	async next(url: string, signal: AbortSignal, number = 2): Promise<Page> {
		try {
			return await this.#page(url, number, signal);
		} catch (error) {
			// What we asked on the first page was understood and there, so it is the page's token that isn't.
			if (error instanceof PartnerError && (error.kind === 'badRequest' || error.kind === 'gone'))
				throw new PartnerError('pageRejected', error.facts);
			throw error;
		}
	}

	/** One referral with everything the service knows of it. */
	async byId(id: string, signal: AbortSignal): Promise<Received> {
		// An address drops these two, so that it would be the collection's, or that of what is above it.
		if (id === '.' || id === '..') throw new PartnerError('gone');
		const reply = await this.#ask({ url: `${this.#endpoint.collection}/${escaped(id)}` }, signal);
		const read = readReferral(readReply(reply));
		if (read.kind === 'unreadable') throw new PartnerError('wrongShape', factsOf(reply));
		return read;
	}

	async #page(url: string, page: number, signal: AbortSignal): Promise<Page> {
		const reply = await this.#ask({ url, page }, signal);
		if (reply.status === 204) return { entries: [] };
		const body = readReply(reply);
		try {
			return readPage(body, reply.body, url, this.#endpoint);
		} catch (error) {
			if (error instanceof PartnerError) throw new PartnerError(error.kind, factsOf(reply));
			throw error;
		}
	}

	async #ask(what: Pick<Ask, 'url' | 'page'>, signal: AbortSignal): Promise<Reply> {
		signal.throwIfAborted();
		const reply = await this.#send({ ...what, headers: { accept: 'application/json' }, signal });
		signal.throwIfAborted();
		return reply;
	}
}
