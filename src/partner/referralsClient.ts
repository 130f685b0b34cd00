import { escaped } from '../text/escaped.ts';
import type { Endpoint } from './endpoint.ts';
import { type FailureKind, PartnerError } from './error.ts';
import { isJsonObject } from './json.ts';
import { type ListOptions, listUrl } from './listUrl.ts';
import { type Page, pageOf, plainPage, readPage } from './page.ts';
import { assertSuccess, factsOf, readReply } from './readReply.ts';
import { type Received, type Referral, readReferral } from './referral.ts';
import type { Ask, Reply, Send } from './send.ts';

type What = Omit<Ask, 'headers'>;

/** How something is asked for. */
export interface Asking {
	/** Whether no person waits for it, so that it comes after what people wait for. */
	readonly background?: boolean;
}

/** What came as the first page. */
export interface Probe {
	readonly referrals: readonly Referral[];
	/** `@odata.count`, of which nobody knows what it counts. */
	readonly count: number | undefined;
	/** Whether there is a further page. */
	readonly leadsOn: boolean;
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
		const url = listUrl(this.#endpoint.collection, options);
		// A list that finds nothing is empty, so that what isn't there is the list itself.
		return this.#page({ ...asking, url, page: 1, signal }).catch(as('notServed', ['gone']));
	}

	/** A further page, at the address that the page before gave as `next`; its number is for the log. */
	next(url: string, signal: AbortSignal, page = 2, asking: Asking = {}): Promise<Page> {
		// What we asked on the first page was understood and there, so it is the page's token that isn't.
		return this.#page({ ...asking, url, page, signal }).catch(as('pageRejected', ['badRequest', 'gone']));
	}

	/** What a first page says, for whoever finds out something by it; its rows must not be kept. */
	async probe(options: ListOptions, signal: AbortSignal, asking: Asking = {}): Promise<Probe> {
		const url = listUrl(this.#endpoint.collection, options);
		const reply = await this.#ask({ ...asking, url, signal });
		return Promise.resolve(reply)
			.then(probeIn)
			.catch(as('notServed', ['gone']));
	}

	/** One referral with everything the service knows of it. */
	async byId(id: string, signal: AbortSignal, asking: Asking = {}): Promise<Received> {
		// An address drops these two, so that it would be the collection's, or that of what is above it.
		if (id === '.' || id === '..') throw new PartnerError('gone');
		const url = `${this.#endpoint.collection}/${escaped(id)}`;
		const reply = await this.#ask({ ...asking, url, signal });
		if (reply.status === 400) throw new PartnerError('idRefused', factsOf(reply));
		const json = readReply(reply);
		const read = readReferral(json);
		if (read.kind === 'unreadable') throw new PartnerError('wrongShape', factsOf(reply, json));
		return { ...read, text: new TextDecoder().decode(reply.body) };
	}

	async #page(what: What): Promise<Page> {
		const reply = await this.#ask(what);
		if (reply.status === 204) return { entries: [] };
		assertSuccess(reply);
		const read = await readPage(reply.body).catch((error: unknown) => {
			throw error instanceof PartnerError
				? new PartnerError(error.kind, { ...factsOf(reply), ...error.facts })
				: error;
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

function probeIn(reply: Reply): Probe {
	const json = readReply(reply);
	const { entries, link } = plainPage(json);
	const count = isJsonObject(json) ? json['@odata.count'] : undefined;
	return {
		referrals: entries.flatMap((entry) => (entry.kind === 'received' ? [entry.referral] : [])),
		count: typeof count === 'number' ? count : undefined,
		leadsOn: link !== undefined,
	};
}

/** For `catch`: failures of some kinds are of another one here. */
function as(kind: FailureKind, kinds: readonly FailureKind[]): (error: unknown) => never {
	return (error) => {
		throw error instanceof PartnerError && kinds.includes(error.kind)
			? new PartnerError(kind, error.facts)
			: error;
	};
}
