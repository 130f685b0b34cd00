import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { endpointAt } from '../../../../src/partner/endpoint.ts';
import { type FailureKind, PartnerError } from '../../../../src/partner/error.ts';
import type { Network } from '../../../../src/partner/network/network.ts';
import { openNetwork } from '../../../../src/partner/network/openNetwork.ts';
import { usualPatience } from '../../../../src/partner/network/patience.ts';
import { readReply } from '../../../../src/partner/readReply.ts';
import { ReferralsClient } from '../../../../src/partner/referralsClient.ts';
import type { Reply } from '../../../../src/partner/send.ts';
import type { FaultName } from '../../../partner-api/faults.ts';
import type { PartnerApi } from '../../../partner-api/partnerApi.ts';
import { startPartnerApi } from '../../../partner-api/startPartnerApi.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { failing } from '../failing.ts';
import { networkSet, withoutProxiesOfThisComputer } from './networkSet.ts';

const { signal } = new AbortController();

for (const transport of ['undici', 'editor'] as const)
	describe(`the network by ${transport}`, () => {
		withoutProxiesOfThisComputer();
		let api: PartnerApi;
		let network: Network;
		let client: ReferralsClient;
		const ask = (url = `${api.endpoint}/referrals`, abort = signal): Promise<Reply> =>
			network.send({ url, headers: { authorization: `Bearer ${api.token}` }, signal: abort });

		before(async () => {
			api = await startPartnerApi({ tenant });
		});
		beforeEach(() => {
			network = openNetwork({ settings: networkSet({ transport }), fetch: globalThis.fetch });
			const endpoint = endpointAt(api.endpoint);
			client = new ReferralsClient(
				({ headers, ...asked }) =>
					network.send({ ...asked, headers: { ...headers, authorization: `Bearer ${api.token}` } }),
				endpoint,
			);
			api.forgetRequests();
			api.clearFaults();
		});
		afterEach(() => network.close());
		after(() => api.close());

		it('carries a question and its answer', async () => {
			const { status, headers, body } = await ask();
			assert.equal(status, 200);
			assert.match(headers['content-type'] ?? '', /^application\/json/);
			assert.ok(headers['request-id']);
			assert.equal(JSON.parse(new TextDecoder().decode(body)).value.length, 100);
		});

		it('sends the address byte for byte', async () => {
			const query = `?$filter=status%20eq%20'New'&x=%2f%2B+%&y=a^b|c\\d{e}\`[]~`;
			await ask(`${api.endpoint}/referrals${query}`);
			assert.deepEqual(
				api.requests.map(({ url }) => url),
				// Fetch can't but escape a quotation mark.
				[`/v1.0/engagements/referrals${transport === 'editor' ? query.replaceAll("'", '%27') : query}`],
			);
		});

		it('sends GET, without a body', async () => {
			await client.list({}, signal);
			const [request] = api.requests;
			assert.equal(request?.method, 'GET');
			assert.equal(request?.headers['content-length'], undefined);
			assert.equal(request?.headers['accept'], 'application/json');
		});

		it('walks a list to its end', async () => {
			const ids = new Set<string>();
			let page = await client.list({ filter: "status eq 'Closed'" }, signal);
			for (;;) {
				for (const entry of page.entries) if (entry.kind === 'received') ids.add(entry.referral.id);
				if (page.next === undefined) break;
				page = await client.next(page.next, signal);
			}
			assert.equal(ids.size, tenant.referrals.filter(({ status }) => status === 'Closed').length);
			assert.ok(api.requests.every(({ kind, status }) => kind === 'list' && status === 200));
		});

		describe('delivers whole, whatever the way, ', () => {
			const delivers = (...faults: readonly FaultName[]) => {
				for (const fault of faults)
					it(fault, async () => {
						api.failNext(fault);
						assert.equal((await client.list({}, signal)).entries.length, 100);
					});
			};
			delivers(
				'gzip',
				'brotli',
				'drip',
				'earlyHints',
				'utf8Bom',
				'noContentType',
				'wrongContentType',
				'unknownEncoding',
			);
		});

		describe('does not follow', () => {
			for (const fault of ['redirect', 'redirectSameHost', 'redirectPermanent', 'redirectNowhere'] as const)
				it(fault, async () => {
					api.failNext(fault);
					await failing('redirected', () => client.list({}, signal));
					assert.equal(api.requests.length, 1);
				});
		});

		describe('tells as', () => {
			const tells = (kind: FailureKind, ...faults: readonly FaultName[]) => {
				for (const fault of faults)
					it(`${kind}: ${fault}`, async () => {
						api.failNext(fault);
						assertPlain(await failing(kind, () => client.list({}, signal)));
						assert.equal((await client.list({}, signal)).entries.length, 100);
					});
			};
			tells('interrupted', 'reset', 'hangUp', 'resetInBody', 'hangUpInBody');
			tells('unreadable', 'notHttp', 'badChunk', 'hugeHeaders');
			tells('unreadable', 'html', 'empty', 'truncated', 'lengthTooSmall', 'notUtf8');
			tells('unreadable', 'brokenGzip', 'truncatedGzip');
			tells('tooLarge', 'gzipBomb', 'tooLarge');
			tells('wrongShape', 'scalar', 'wrongShape');
			tells('throttled', 'status429', 'status503RetryAfter');
			tells('challenged', 'status401Claims', 'status403Claims');
			tells('signedOut', 'status401', 'status401WithoutChallenge');
			tells('serviceFailed', 'status500', 'status500Empty', 'status502');
		});

		it('reads a failure that came compressed', async () => {
			const { gzipSync } = await import('node:zlib');
			const body = gzipSync('{"error":{"code":"accessDenied"}}');
			const { url, close } = await served((_, response) => {
				response.writeHead(403, { 'content-encoding': 'gzip' }).end(body);
			});
			const reply = await ask(url);
			assert.equal((await failing('forbidden', () => readReply(reply))).facts.code, 'accessDenied');
			await close();
		});

		it('keeps a connection for the next request', async () => {
			const ports = new Set<number | undefined>();
			const { url, close } = await served((request, response) => {
				ports.add(request.socket.remotePort);
				response.end('{}');
			});
			for (let count = 0; count < 20; count++) await ask(url);
			assert.ok(ports.size < 5, `${ports.size} connections`);
			await close();
		});

		it('gives names of headers in lower case, and repeated ones joined', async () => {
			const { url, close } = await served((_, response) => {
				response.writeHead(200, [
					...['Request-ID', 'r1', 'WWW-Authenticate', 'Bearer a', 'www-authenticate', 'Basic b'],
					...['Retry-After', '1'],
				]);
				response.end('{}');
			});
			const { headers } = await ask(url);
			assert.equal(headers['request-id'], 'r1');
			assert.equal(headers['www-authenticate'], 'Bearer a, Basic b');
			assert.equal(headers['retry-after'], '1');
			await close();
		});

		it('cannot reach where nobody listens', async () => {
			const { url, close } = await served(() => {});
			await close();
			const error = await failing(transport === 'editor' ? 'unreachable' : 'connectionRefused', () =>
				ask(url),
			);
			assert.equal(error.facts.code, 'ECONNREFUSED');
			assertPlain(error);
		});

		it('cannot send a token that is no token', async () => {
			const error = await failing(transport === 'editor' ? 'unreachable' : 'defect', () =>
				network.send({ url: api.origin, headers: { authorization: 'Bearer secret\r\nx: y' }, signal }),
			);
			assertPlain(error);
			assert.equal(api.requests.length, 0);
		});

		describe('when aborted', () => {
			const reason = new Error('left');
			for (const fault of ['stall', 'stallInBody'] as const)
				it(`in ${fault}, hangs up and rejects with the reason`, async () => {
					api.failNext(fault);
					const controller = new AbortController();
					const asked = client.list({}, controller.signal);
					const rejected = assert.rejects(asked, reason);
					await api.requested(1);
					controller.abort(reason);
					await rejected;
					assert.equal(await api.requests[0]?.ended, 'cut short');
					assert.equal((await client.list({}, signal)).entries.length, 100);
				});
			it('before, sends nothing', async () => {
				await assert.rejects(ask(undefined, AbortSignal.abort(reason)), reason);
				assert.equal(api.requests.length, 0);
			});
		});

		describe('does not wait without end, ', () => {
			for (const fault of ['stall', 'stallInBody'] as const)
				it(fault, async () => {
					await network.close();
					const patience = { ...usualPatience, connect: 0, headers: 500, betweenChunks: 1 };
					const settings = networkSet({ transport });
					network = openNetwork({ settings, fetch: globalThis.fetch, patience });
					api.failNext(fault);
					assertPlain(await failing('timedOut', () => ask()));
					assert.equal(await api.requests[0]?.ended, 'cut short');
				});
		});

		it('does not wait without end for an answer that never stops coming', async () => {
			const { url, close } = await served((_, response) => {
				response.writeHead(200, { 'content-type': 'application/json' });
				const drip = setInterval(() => response.write(' '), 20);
				response.on('close', () => clearInterval(drip));
			});
			await network.close();
			const patience = { ...usualPatience, whole: 300 };
			network = openNetwork({ settings: networkSet({ transport }), fetch: globalThis.fetch, patience });
			const error = await failing('timedOut', () => ask(url));
			assert.equal(error.facts.code, 'WHOLE_REPLY');
			assertPlain(error);
			await close();
		});

		it('closes without waiting for what is under way', async () => {
			api.failNext('stall');
			const asked = failing('interrupted', () => ask());
			await api.requested(1);
			await network.close();
			assertPlain(await asked);
		});
	});

/** A failure holds nothing that could hold a token, and can be written as JSON. */
function assertPlain(error: PartnerError): void {
	assert.ok(error instanceof PartnerError);
	assert.equal(error.cause, undefined);
	assert.deepEqual(Object.keys(error).sort(), ['facts', 'kind', 'name']);
	for (const fact of Object.values(error.facts)) assert.match(typeof fact, /^(string|number|undefined)$/);
	const shown = JSON.stringify(error) + error.stack + error.message;
	assert.doesNotMatch(shown, /sample-token|secret|Bearer/);
}

interface Served {
	readonly url: string;
	close(): Promise<void>;
}

function served(serve: (request: IncomingMessage, response: ServerResponse) => void): Promise<Served> {
	return listening(createServer(serve));
}

async function listening(server: Server): Promise<Served> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
	return { url: `http://127.0.0.1:${address.port}/`, close: () => stopped(server) };
}

async function stopped(server: Server): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	server.closeAllConnections();
	await closed;
}
