import type { Endpoint } from './endpoint.ts';
import { PartnerError } from './error.ts';
import { challengeOf } from './readReply.ts';
import type { Ask, Reply, Send } from './send.ts';

/** Why the service did not take a token. */
interface Refusal {
	/** The `WWW-Authenticate` header, when it says what the next token must have. */
	readonly challenge?: string | undefined;
}

/**
 * The user's token at this moment; told of a refusal, another one, without asking the user.
 * Rejects with a `PartnerError` when there is none.
 */
export type TokenSource = (refusal?: Refusal) => Promise<string>;

/**
 * Adds the user's token, which is asked for anew each time because whoever holds it also renews it. It goes to the
 * endpoint's origin and nowhere else. A token that is refused is renewed once, for all requests that were under way
 * with it; one that is refused even so isn't tried again.
 */
export function authorized(send: Send, endpoint: Endpoint, token: TokenSource): Send {
	const renewing = new Renewing(token);
	return async (ask) => {
		if (new URL(ask.url).origin !== endpoint.origin) throw new PartnerError('linkRefused');
		const first = await token();
		ask.signal.throwIfAborted();
		if (first === renewing.givenUp) throw new PartnerError('signedOut', { status: 401 });
		const reply = await send(withToken(ask, first));
		const second = isRefusal(reply) ? await renewing.after(first, reply) : undefined;
		if (second === undefined) return reply;
		ask.signal.throwIfAborted();
		const last = await send(withToken(ask, second));
		if (last.status === 401 && !challengeOf(last)) renewing.givenUp = second;
		return last;
	};
}

function withToken(ask: Ask, token: string): Ask {
	return { ...ask, headers: { ...ask.headers, authorization: `Bearer ${token}` } };
}

function isRefusal(reply: Reply): boolean {
	return reply.status === 401 || challengeOf(reply) !== undefined;
}

class Renewing {
	/** The token that even renewing didn't help. */
	givenUp: string | undefined;
	readonly #token: TokenSource;
	#latest: { readonly refused: string; readonly next: Promise<string | undefined> } | undefined;

	constructor(token: TokenSource) {
		this.#token = token;
	}

	/** The token to try instead of a refused one; undefined when there is none, so that the refusal stands. */
	async after(refused: string, reply: Reply): Promise<string | undefined> {
		if (this.#latest?.refused !== refused)
			this.#latest = { refused, next: this.#token({ challenge: challengeOf(reply) }).catch(() => undefined) };
		return this.#latest.next;
	}
}
