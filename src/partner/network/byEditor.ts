import { PartnerError } from '../error.ts';
import type { Ask, Reply } from '../send.ts';
import { collected } from './body.ts';
import { failureOf } from './failure.ts';
import type { Network } from './network.ts';
import type { Patience } from './patience.ts';

/** The fetch of the editor, which alone knows PAC files, a proxy's sign-in prompt and Kerberos. */
export type Fetch = typeof globalThis.fetch;

/**
 * The way by the editor's own fetch. It says less of a failure than undici does, and it escapes an address anew: a `'`
 * in a query goes out as `%27`, and what is escaped already stays.
 */
export function networkByEditor(fetch: Fetch, patience: Patience): Network {
	const closing = new AbortController();
	const send = async (ask: Ask): Promise<Reply> => {
		const deadline = new Deadline(patience.connect + patience.headers);
		try {
			const signal = AbortSignal.any([ask.signal, closing.signal, deadline.signal]);
			const response = await fetch(ask.url, { ...plainly, headers: ask.headers, signal });
			// Some give no status of a redirect that isn't followed.
			if (response.type === 'opaqueredirect') throw new PartnerError('redirected');
			const arrived = () => deadline.put(patience.betweenChunks);
			arrived();
			const body = response.body ? await collected(response.body, arrived) : new Uint8Array();
			return { status: response.status, headers: Object.fromEntries(response.headers), body };
		} catch (error) {
			ask.signal.throwIfAborted();
			throw deadline.signal.aborted
				? new PartnerError('timedOut', { code: 'DEADLINE' })
				: ownFailureOf(error);
		} finally {
			deadline.end();
		}
	};
	return { send, close: async () => closing.abort(new PartnerError('interrupted', { code: 'CLOSED' })) };
}

/** Whether it was the service or a proxy that could not be found, the editor doesn't say. */
function ownFailureOf(error: unknown): PartnerError {
	const failure = failureOf(error);
	const { kind, facts } = failure;
	return kind === 'nameUnknown' || kind === 'connectionRefused'
		? new PartnerError('unreachable', facts)
		: failure;
}

const plainly = {
	method: 'GET',
	redirect: 'manual',
	credentials: 'omit',
	cache: 'no-store',
	referrerPolicy: 'no-referrer',
} as const;

/** A signal that aborts at a time that can be put off. */
class Deadline {
	readonly #controller = new AbortController();
	readonly signal = this.#controller.signal;
	#timer: NodeJS.Timeout;

	constructor(milliseconds: number) {
		this.#timer = this.#timerOf(milliseconds);
	}

	put(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = this.#timerOf(milliseconds);
	}

	end(): void {
		clearTimeout(this.#timer);
	}

	#timerOf(milliseconds: number): NodeJS.Timeout {
		return setTimeout(() => this.#controller.abort(), milliseconds);
	}
}
