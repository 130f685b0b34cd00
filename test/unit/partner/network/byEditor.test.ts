import assert from 'node:assert/strict';
import type { FailureKind } from '../../../../src/partner/error.ts';
import { limits } from '../../../../src/partner/limits.ts';
import { type Fetch, networkByEditor } from '../../../../src/partner/network/byEditor.ts';
import { usualPatience } from '../../../../src/partner/network/patience.ts';
import { failing } from '../failing.ts';

const { signal } = new AbortController();
const ask = {
	url: 'https://api.example/referrals?$skiptoken=%2b',
	headers: { accept: 'application/json' },
	signal,
};

describe("the editor's fetch", () => {
	it('is asked for nothing but what was given, without cookies, caches or redirects', async () => {
		let given: Parameters<Fetch> | undefined;
		const network = networkByEditor(async (...args) => {
			given = args;
			return new Response('{}');
		}, usualPatience);
		await network.send(ask);
		const [url, { signal: _, ...init } = {}] = given ?? [];
		assert.equal(url, ask.url);
		assert.deepEqual(init, {
			method: 'GET',
			headers: ask.headers,
			redirect: 'manual',
			credentials: 'omit',
			cache: 'no-store',
			referrerPolicy: 'no-referrer',
		});
	});

	it('may hide where a redirect leads to', async () => {
		const hidden = new Response(null);
		Object.defineProperty(hidden, 'type', { value: 'opaqueredirect' });
		await failing('redirected', () => networkByEditor(async () => hidden, usualPatience).send(ask));
	});

	it('may give no body', async () => {
		const reply = await networkByEditor(async () => new Response(null, { status: 204 }), usualPatience).send(
			ask,
		);
		assert.deepEqual([reply.status, reply.body.length], [204, 0]);
	});

	it('is stopped when a body grows too large', async () => {
		let cancelled = false;
		const endless = new ReadableStream({
			pull: (controller) => controller.enqueue(new Uint8Array(limits.body / 8)),
			cancel: () => {
				cancelled = true;
			},
		});
		await failing('tooLarge', () =>
			networkByEditor(async () => new Response(endless), usualPatience).send(ask),
		);
		assert.ok(cancelled);
	});

	const failures: readonly (readonly [string | undefined, FailureKind])[] = [
		['ENOTFOUND', 'unreachable'],
		['EAI_AGAIN', 'unreachable'],
		['ECONNREFUSED', 'unreachable'],
		['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
		['ETIMEDOUT', 'unreachable'],
		['ENETUNREACH', 'unreachable'],
		['ECONNRESET', 'interrupted'],
		['UND_ERR_SOCKET', 'interrupted'],
		['UND_ERR_HEADERS_TIMEOUT', 'timedOut'],
		['UND_ERR_BODY_TIMEOUT', 'timedOut'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
		['CERT_HAS_EXPIRED', 'untrusted'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted'],
		['UND_ERR_ABORTED', 'proxyRefused'],
		['UND_ERR_PRX_TLS', 'proxyUntrusted'],
		[undefined, 'unreachable'],
	];
	for (const [code, kind] of failures)
		it(`fails with ${code ?? 'no code'} as ${kind}, of which only the code is kept`, async () => {
			const raw: Error & { issuer?: unknown } = Object.assign(new Error('secret'), code ? { code } : {});
			raw.issuer = raw; // circular, as a certificate is
			const fetch: Fetch = async () => {
				throw new TypeError('fetch failed', code ? { cause: raw } : {});
			};
			const error = await failing(kind, () => networkByEditor(fetch, usualPatience).send(ask));
			assert.equal(error.facts.code, code ?? 'TypeError');
			assert.equal(error.cause, undefined);
			assert.doesNotMatch(JSON.stringify(error) + error.stack, /secret/);
		});

	describe('is not waited for without end, ', () => {
		const untilAborted: Fetch = (_, init) =>
			new Promise((_resolve, reject) => {
				init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
			});
		it('when no headers come', async () => {
			const patience = { ...usualPatience, connect: 0, headers: 1 };
			await failing('timedOut', () => networkByEditor(untilAborted, patience).send(ask));
		});
		it('when a body stops', async () => {
			const patience = { ...usualPatience, betweenChunks: 1 };
			const stalling: Fetch = async (_, init) => {
				const body = new ReadableStream({
					start: (controller) => {
						controller.enqueue(new TextEncoder().encode('{'));
						init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
					},
				});
				return new Response(body);
			};
			await failing('timedOut', () => networkByEditor(stalling, patience).send(ask));
		});
		it('when it is closed', async () => {
			const network = networkByEditor(untilAborted, usualPatience);
			const asked = failing('interrupted', () => network.send(ask));
			await network.close();
			await asked;
		});
	});
});
