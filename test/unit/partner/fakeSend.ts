import { endpointAt } from '../../../src/partner/endpoint.ts';
import type { PartnerError } from '../../../src/partner/error.ts';
import { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import type { Ask, Reply, Send } from '../../../src/partner/send.ts';

/** The service of the documentation. */
export const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');

/** A reply with a body of any JSON, text or bytes. */
export function replied(body: unknown, status = 200, headers: Reply['headers'] = {}): Reply {
	return { status, headers, body: bytesOf(body) };
}

function bytesOf(body: unknown): Uint8Array {
	if (body instanceof Uint8Array) return body;
	return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A page as the service writes it; `token` is where it continues. */
export function pageOf(ids: readonly string[], token?: string): Reply {
	const link = `http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=${token}`;
	const value = ids.map((id) => ({ id, status: 'New', substatus: 'Pending' }));
	return replied({ value, ...(token !== undefined && { '@odata.nextLink': link }) });
}

/** A send that answers from a function and remembers what it was asked. */
export class FakeSend {
	readonly asks: Ask[] = [];
	readonly #answer: (ask: Ask, index: number) => Reply | PartnerError | Promise<Reply>;

	constructor(answer: (ask: Ask, index: number) => Reply | PartnerError | Promise<Reply>) {
		this.#answer = answer;
	}

	/** Answers the n-th request with the n-th reply or failure. */
	static inTurn(...answers: readonly (Reply | PartnerError)[]): FakeSend {
		return new FakeSend((_, index) => {
			const answer = answers[index];
			if (!answer) throw new Error(`Nobody expected request ${index + 1}.`);
			return answer;
		});
	}

	readonly send: Send = async (ask) => {
		this.asks.push(ask);
		const answer = await this.#answer(ask, this.asks.length - 1);
		if (answer instanceof Error) throw answer;
		return answer;
	};

	get urls(): readonly string[] {
		return this.asks.map(({ url }) => url);
	}

	get client(): ReferralsClient {
		return new ReferralsClient(this.send, endpoint);
	}
}

/** A send that answers only when the test says so; like a network, it rejects at once when aborted. */
export class HeldSend {
	readonly asks: Ask[] = [];
	readonly #held: PromiseWithResolvers<Reply>[] = [];

	readonly send: Send = (ask) => {
		const held = Promise.withResolvers<Reply>();
		ask.signal.addEventListener('abort', () => held.reject(ask.signal.reason));
		this.asks.push(ask);
		this.#held.push(held);
		return held.promise;
	};

	get client(): ReferralsClient {
		return new ReferralsClient(this.send, endpoint);
	}

	/** Answers the n-th request, counted from 0. */
	answer(index: number, answer: Reply | PartnerError): void {
		const held = this.#held[index];
		if (!held) throw new Error(`There was no request ${index}.`);
		if (answer instanceof Error) held.reject(answer);
		else held.resolve(answer);
	}
}
