import type { Endpoint } from '../endpoint.ts';
import { PartnerError } from '../error.ts';
import { challengeOf, factsOf, wantsSecondFactor } from '../readReply.ts';
import type { Ask, Reply, Send } from '../send.ts';
import { unlessAborted } from '../unlessAborted.ts';

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
 * with it. One that is refused even so, for two addresses in a row, isn't sent any more until it is taken after all.
 * @param factorWanted hears that the token lacks a second factor, and knows whether the user has signed in anew for one
 */
export function authorized(
	send: Send,
	endpoint: Endpoint,
	token: TokenSource,
	factorWanted = () => false,
): Send {
	const renewing = new Renewing(token);
	const doubts = new Doubts();
	const sent = async (ask: Ask, token: string): Promise<Reply> => {
		const reply = await send({ ...ask, headers: { ...ask.headers, authorization: `Bearer ${token}` } });
		if (reply.status >= 200 && reply.status <= 299) doubts.taken(token);
		return reply;
	};
	return async (ask) => {
		if (new URL(ask.url).origin !== endpoint.origin) throw new PartnerError('linkRefused');
		const first = await unlessAborted(token(), ask.signal);
		if (first === doubts.givenUp) throw new PartnerError('signedOut', { status: 401 });
		const attempt = renewing.begin(first);
		const reply = await sent(ask, first);
		if (!isRefusal(reply)) return reply;
		if (wantsSecondFactor(reply)) return refusedFor(reply, factorWanted());
		const second = await unlessAborted(renewing.after(attempt, challengeOf(reply)), ask.signal);
		if (second === undefined || second === doubts.givenUp) return reply;
		const last = await sent(ask, second);
		if (last.status === 401 && !challengeOf(last)) doubts.refused(ask.url, [first, second]);
		return last;
	};
}

/** The editor has no other token in silence; and whoever has signed in anew in vain, would do so again. */
function refusedFor(reply: Reply, signedInAnew: boolean): Reply {
	if (signedInAnew) throw new PartnerError('mfaMissing', factsOf(reply));
	return reply;
}

function isRefusal(reply: Reply): boolean {
	return reply.status === 401 || challengeOf(reply) !== undefined;
}

/** A request that was sent with a token. */
interface Attempt {
	readonly token: string;
	/** Counted from the first one. */
	readonly number: number;
}

interface Renewal {
	readonly refused: string;
	readonly challenge: string | undefined;
	readonly next: Promise<string | undefined>;
	/** The last attempt that it is good for: if it failed, one that was under way by then. */
	last: number;
}

/** A refusal that is older than so many renewals is as good as none. */
const remembered = 8;

class Renewing {
	readonly #token: TokenSource;
	#renewals: readonly Renewal[] = [];
	#attempts = 0;

	constructor(token: TokenSource) {
		this.#token = token;
	}

	begin(token: string): Attempt {
		this.#attempts += 1;
		return { token, number: this.#attempts };
	}

	/** The token to try instead of a refused one; undefined when there is none, so that the refusal stands. */
	after({ token, number }: Attempt, challenge: string | undefined): Promise<string | undefined> {
		const known = this.#renewals.find(
			(each) => each.refused === token && each.challenge === challenge && number <= each.last,
		);
		return (known ?? this.#renew(token, challenge)).next;
	}

	#renew(refused: string, challenge: string | undefined): Renewal {
		const next = this.#token({ challenge }).catch((error: unknown) => {
			renewal.last = this.#attempts;
			return insteadOf(error, challenge);
		});
		const renewal: Renewal = { refused, challenge, next, last: Number.POSITIVE_INFINITY };
		this.#renewals = [renewal, ...this.#renewals].slice(0, remembered);
		return renewal;
	}
}

/** What failed says more than the refusal, unless that says as much, or what to sign in with. */
function insteadOf(error: unknown, challenge: string | undefined): undefined {
	if (challenge === undefined && error instanceof PartnerError && error.kind !== 'signedOut') throw error;
}

/** What the service seems not to take, whatever is asked with it. */
class Doubts {
	/** The token that isn't worth a request any more. */
	givenUp: string | undefined;
	#last: { readonly token: string; readonly url: string } | undefined;

	/** Neither a token was taken for an address, nor the one that it was renewed to. */
	refused(url: string, [first, second]: readonly [string, string]): void {
		const last = this.#last;
		if (last && last.url !== url && (last.token === first || last.token === second)) this.givenUp = second;
		this.#last = { token: second, url };
	}

	taken(token: string): void {
		if (this.givenUp === token) this.givenUp = undefined;
		if (this.#last?.token === token) this.#last = undefined;
	}
}
