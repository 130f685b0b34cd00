import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Reply, Send } from '../../src/partner/send.ts';
import { type ErrorCode, errorBody } from '../../src/sample/service/errorBody.ts';
import type { Exchange } from './exchange.ts';
import { type FaultName, faults } from './faults.ts';
import type { Identity } from './privateAuthority.ts';
import type { RecordedRequest } from './recordedRequest.ts';
import { writeReply } from './writeReply.ts';

/** Below this path everything is served; a next link followed as it is printed leads past it. */
const root = '/v1.0/engagements';

interface FaultOptions {
	/** How many requests it strikes; 1 unless given. */
	readonly times?: number;
	/** Which requests it strikes; all unless given. */
	readonly when?: (request: RecordedRequest) => boolean;
}

interface PlannedFault extends Required<FaultOptions> {
	readonly name: FaultName;
	times: number;
}

/**
 * A referral service behind real HTTP on loopback. It asks for a token, remembers every request, and fails in
 * the ways it is told to. Planned faults strike in the order of planning, and only authorised requests.
 */
export class PartnerApi {
	/** Every request since the start, also over a restart, in order of arrival. */
	readonly requests: RecordedRequest[] = [];
	/** The only token that is accepted; assign another to let the present one expire. */
	token: string;
	readonly #send: Send;
	readonly #elsewhere: string;
	readonly #server: Server;
	readonly #scheme: string;
	readonly #started = performance.now();
	#faults: PlannedFault[] = [];
	#waiting: { readonly count: number; readonly resolve: () => void }[] = [];
	#port = 0;

	/**
	 * @param elsewhere host, and port if any, where hostile links and redirects lead
	 * @param identity the certificate to serve https: with
	 */
	constructor(send: Send, token: string, elsewhere = 'referrals.example', identity?: Identity) {
		const serve = (request: IncomingMessage, response: ServerResponse) => void this.#serve(request, response);
		this.#server = identity ? createSecureServer(identity, serve) : createServer(serve);
		this.#scheme = identity ? 'https' : 'http';
		this.#send = send;
		this.#elsewhere = elsewhere;
		this.token = token;
	}

	/** Where it listens, such as `http://127.0.0.1:50123`. */
	get origin(): string {
		return `${this.#scheme}://127.0.0.1:${this.#port}`;
	}

	/** What the setting `partnerReferrals.endpoint` has to be. */
	get endpoint(): string {
		return `${this.origin}${root}`;
	}

	/** The requests for pages of the list. */
	listRequests(): readonly RecordedRequest[] {
		return this.requests.filter(({ kind }) => kind === 'list');
	}

	/** Forgets the requests so far. */
	forgetRequests(): void {
		this.requests.length = 0;
	}

	/** Lets the next matching requests fail. */
	failNext(name: FaultName, { times = 1, when = () => true }: FaultOptions = {}): void {
		this.#faults.push({ name, times, when });
	}

	/** Forgets the faults that have not struck yet. */
	clearFaults(): void {
		this.#faults = [];
	}

	/** Resolves when `count` requests have arrived since the start or `forgetRequests`. */
	async requested(count: number): Promise<void> {
		if (this.requests.length >= count) {
			return;
		}
		await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
	}

	/** Listens, on the port of last time if there was one. `port` 0 lets the system choose. */
	async start(port = this.#port): Promise<void> {
		this.#server.listen(port, '127.0.0.1');
		await once(this.#server, 'listening');
		const address = this.#server.address();
		this.#port = typeof address === 'object' && address !== null ? address.port : 0;
	}

	/** Stops listening and drops every connection; `start` brings it back at the same address. */
	async close(): Promise<void> {
		if (!this.#server.listening) {
			return;
		}
		const closed = once(this.#server, 'close');
		this.#server.close();
		this.#server.closeAllConnections();
		await closed;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.close();
	}

	async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const record = this.#record(request, response);
		this.#announce();
		const refusal = this.#refusal(request);
		if (refusal !== undefined) {
			writeReply(response, refusal);
			return;
		}
		const fault = this.#nextFault(record);
		if (fault !== undefined) {
			record.fault = fault;
		}
		const elsewhere = this.#elsewhere;
		await play(fault, { request, response, reply: await this.#reply(record), elsewhere });
	}

	#record(request: IncomingMessage, response: ServerResponse): RecordedRequest {
		const { method = '', url = '' } = request;
		const record: RecordedRequest = {
			...{ method, url, headers: headersOf(request), kind: kindOf(url) },
			at: performance.now() - this.#started,
			get status() {
				return response.headersSent ? response.statusCode : undefined;
			},
			ended: endOf(response),
		};
		this.requests.push(record);
		return record;
	}

	#announce(): void {
		const due = this.#waiting.filter(({ count }) => count <= this.requests.length);
		this.#waiting = this.#waiting.filter((waiting) => !due.includes(waiting));
		for (const { resolve } of due) {
			resolve();
		}
	}

	/** What is wrong with a request before anybody looks at what it asks for. */
	#refusal(request: IncomingMessage): Reply | undefined {
		if (request.headers.authorization !== `Bearer ${this.token}`) {
			return refused(401, 'unauthenticated', 'The token is missing or not valid.', {
				'www-authenticate': 'Bearer realm="", error="invalid_token"',
			});
		}
		if (request.method !== 'GET') {
			return refused(405, 'invalidRequest', 'Only GET is served here.', { allow: 'GET' });
		}
		if (!/application\/json|\*\/\*/.test(request.headers.accept ?? '*/*')) {
			return refused(406, 'invalidRequest', 'Only application/json is served here.');
		}
		return undefined;
	}

	#nextFault(record: RecordedRequest): FaultName | undefined {
		const planned = this.#faults.find(({ times, when }) => times > 0 && when(record));
		if (planned === undefined) {
			return undefined;
		}
		planned.times--;
		return planned.name;
	}

	async #reply({ kind, url, headers }: RecordedRequest): Promise<Reply> {
		if (kind === 'other') {
			return refused(404, 'itemNotFound', 'The resource could not be found.');
		}
		return this.#send({ url: this.origin + url, headers, signal: new AbortController().signal });
	}
}

async function play(name: FaultName | undefined, exchange: Exchange): Promise<void> {
	try {
		await (name === undefined ? writeReply(exchange.response, exchange.reply) : faults[name](exchange));
	} catch (problem) {
		// A mistake in a fault must not look like one of the faults.
		console.error(`The fault ${name} could not be played:`, problem);
		exchange.response.destroy();
	}
}

async function endOf(response: ServerResponse): Promise<'whole' | 'cut short'> {
	await new Promise((resolve) => response.once('close', resolve));
	return response.writableFinished ? 'whole' : 'cut short';
}

function refused(status: number, code: ErrorCode, message: string, headers: Reply['headers'] = {}): Reply {
	return {
		status,
		headers: { 'content-type': 'application/json', 'request-id': crypto.randomUUID(), ...headers },
		body: Buffer.from(JSON.stringify(errorBody(code, message))),
	};
}

function kindOf(url: string): RecordedRequest['kind'] {
	const [path = ''] = url.split('?', 1);
	if (path === `${root}/referrals`) {
		return 'list';
	}
	return path.startsWith(`${root}/referrals/`) ? 'one' : 'other';
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
	const entries = Object.entries(headers).map(([name, value]) => [
		name,
		Array.isArray(value) ? value.join(', ') : (value ?? ''),
	]);
	return Object.fromEntries(entries);
}
