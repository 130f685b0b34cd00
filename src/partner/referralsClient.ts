import { escaped } from '../text/escaped.ts';
import type { Endpoint } from './endpoint.ts';
import { PartnerError } from './error.ts';
import { type ListOptions, listUrl } from './listUrl.ts';
import { type Page, pageOf, readPage } from './page.ts';
import { assertSuccess, factsOf, readReply } from './readReply.ts';
import { type Received, readReferral } from './referral.ts';
import type { Ask, Reply, Send } from './send.ts';

type What = Omit<Ask, 'headers'>;

/** How something is asked for. */
export interface Asking {
	/** Whether no person waits for it, so that it comes after what people wait for. */
	readonly background?: boolean;
}

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
	list(options: ListOptions, signal: AbortSignal, asking: Asking = {}): Promise<Page> {
		return this.#page({ ...asking, url: listUrl(this.#endpoint.collection, options), page: 1, signal });
	}

	/** A further page, at the address that the page before gave as `next`; its number is for the log. */
	async next(url: string, signal: AbortSignal, page = 2, asking: Asking = {}): Promise<Page> {
		try {
			return await this.#page({ ...asking, url, page, signal });
		} catch (error) {
			// What we asked on the first page was understood and there, so it is the page's token that isn't.
			if (error instanceof PartnerError && (error.kind === 'badRequest' || error.kind === 'gone'))
				throw new PartnerError('pageRejected', error.facts);
			throw error;
		}
	}

	/** One referral with everything the service knows of it. */
	async byId(id: string, signal: AbortSignal, asking: Asking = {}): Promise<Received> {
		// An address drops these two, so that it would be the collection's, or that of what is above it.
		if (id === '.' || id === '..') throw new PartnerError('gone');
		const url = `${this.#endpoint.collection}/${escaped(id)}`;
		const reply = await this.#ask({ ...asking, url, signal });
		const read = readReferral(readReply(reply));
		if (read.kind === 'unreadable') throw new PartnerError('wrongShape', factsOf(reply));
		return { ...read, text: new TextDecoder().decode(reply.body) };
	}

	async #page(what: What): Promise<Page> {
		const reply = await this.#ask(what);
		if (reply.status === 204) return { entries: [] };
		assertSuccess(reply);
		const read = await readPage(reply.body).catch((error: unknown) => {
			throw error instanceof PartnerError ? new PartnerError(error.kind, factsOf(reply)) : error;
		});
		what.signal.throwIfAborted();
		return pageOf(read, reply.body, what.url, this.#endpoint);
	}

	async #ask(what: What): Promise<Reply> {
		what.signal.throwIfAborted();
		const reply = await this.#send({ ...what, headers: { accept: 'application/json' } });
		what.signal.throwIfAborted();
		return reply;
	}
}
