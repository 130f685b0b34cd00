import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { FailureKind } from '../../../src/partner/error.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { factsOf, readReply } from '../../../src/partner/readReply.ts';
import { failing } from './failing.ts';
import { replied } from './fakeSend.ts';

const page = '<!DOCTYPE html><html><body>Sign in to continue</body></html>';
const error = (code: unknown, more = {}) => ({ error: { code, message: 'For developers.', ...more } });

describe('a reply', () => {
	describe('that succeeded is JSON', () => {
		const reads = (name: string, body: unknown, expected: unknown, status = 200) =>
			it(name, () => assert.deepEqual(readReply(replied(body, status)), expected));

		reads('an object', { value: [] }, { value: [] });
		reads('a scalar', '42', 42);
		reads('null', 'null', null);
		reads('with a byte order mark', '\ufeff{"value":[]}', { value: [] });
		reads('with white space around', ' \r\n{"value":[]}\n', { value: [] });
		reads('206', { value: [] }, { value: [] }, 206);
		reads('203', { value: [] }, { value: [] }, 203);
		reads('an error with status 200', error('oops'), error('oops'));
	});

	describe('that succeeded but is no JSON is unreadable', () => {
		const unreadable = (name: string, body: unknown, status = 200) =>
			it(name, async () => {
				const headers = { 'request-id': 'r1', 'client-request-id': 'c1' };
				const { facts, message } = await failing('unreadable', () =>
					readReply(replied(body, status, headers)),
				);
				assert.equal(facts.status, status);
				assert.equal(facts.requestId, 'r1');
				assert.equal(facts.clientRequestId, 'c1');
				assert.equal(message, `unreadable ${status}`);
			});

		unreadable('HTML', page);
		unreadable('empty', '');
		unreadable('blank', ' \r\n');
		unreadable('truncated', '{"value":[{"id":"a');
		unreadable('twice', '{}{}');
		unreadable('not UTF-8', Uint8Array.of(0x22, 0xff, 0xfe, 0x22));
		unreadable('UTF-16', Buffer.from('\ufeff{}', 'utf16le'));
		unreadable('undefined', 'undefined');
		unreadable('201 without a body', '', 201);
		unreadable(
			'the documented sample as printed',
			readFileSync(new URL('../fixtures/seed-list-as-printed.txt', import.meta.url)),
		);
	});

	describe('that misses a second factor', () => {
		const asks = (body: unknown, code: string | undefined, status = 401, headers = {}) =>
			it(`${status} ${JSON.stringify(body)}: ${code ?? 'no'}`, async () => {
				const failed: unknown = await Promise.resolve()
					.then(() => readReply(replied(body, status, headers)))
					.catch((error: unknown) => error);
				assert.ok(failed instanceof PartnerError);
				assert.equal(failed.kind === 'mfaNeeded', code !== undefined);
				if (code) assert.equal(failed.facts.code, code);
			});

		asks({ code: 900421 }, '900421');
		asks({ code: '900421' }, '900421');
		asks({ error: { code: 900421 } }, '900421');
		asks({ error: { code: 'unauthorized', innerError: { code: '10001' } } }, '10001');
		asks({ message: 'Authentication failed. MFA required. (10001)' }, '10001');
		asks({ error: { code: 'unauthorized', message: 'Error 900421: sign in again.' } }, '900421');
		asks({ errors: [{ Code: 900421 }] }, '900421');
		asks({ code: 9004210 }, undefined);
		asks({ message: 'Trace 1900421 at 0:10001.7' }, undefined);
		asks({ message: 'Id 5f10001-900421-a' }, undefined);
		asks({ description: '900421' }, undefined);
		asks({ requestId: 900421 }, undefined);
		asks('900421', undefined);
		asks('<p>Code 900421</p>', undefined);
		asks({ message: `900421 ${'x'.repeat(70_000)}` }, undefined);
		asks({ code: 900421 }, undefined, 400);
		asks({ code: 900421 }, undefined, 403);
		const claims = Buffer.from('{"access_token":{}}').toString('base64');
		asks({ code: 900421 }, undefined, 401, {
			'www-authenticate': `Bearer error="insufficient_claims", claims="${claims}"`,
		});
	});

	describe('that failed is of a kind', () => {
		const fails = (status: number, kind: FailureKind) =>
			it(`${status}: ${kind}`, async () => {
				const { facts } = await failing(kind, () => readReply(replied(error('someCode'), status)));
				assert.equal(facts.status, status);
				assert.equal(facts.code, status < 400 ? undefined : 'someCode');
			});

		fails(301, 'redirected');
		fails(302, 'redirected');
		fails(307, 'redirected');
		fails(308, 'redirected');
		fails(304, 'unexpectedStatus');
		fails(400, 'badRequest');
		fails(401, 'signedOut');
		fails(403, 'forbidden');
		fails(404, 'gone');
		fails(405, 'unexpectedStatus');
		fails(406, 'unexpectedStatus');
		fails(407, 'proxyRefused');
		fails(409, 'unexpectedStatus');
		fails(410, 'gone');
		fails(412, 'unexpectedStatus');
		fails(414, 'unexpectedStatus');
		fails(422, 'unexpectedStatus');
		fails(429, 'throttled');
		fails(499, 'unexpectedStatus');
		fails(500, 'serviceFailed');
		fails(502, 'serviceFailed');
		fails(503, 'serviceFailed');
		fails(504, 'serviceFailed');
		fails(507, 'serviceFailed');
		fails(509, 'throttled');
		fails(599, 'serviceFailed');
		fails(101, 'unexpectedStatus');
		fails(999, 'serviceFailed');

		it('503 that asks to wait: throttled', async () => {
			const reply = replied('', 503, { 'retry-after': '1' });
			assert.equal((await failing('throttled', () => readReply(reply))).facts.retryAfter, 1000);
		});
	});

	describe('with a claims challenge', () => {
		const challenged = (kind: FailureKind, status: number, header: string) =>
			it(`${status} ${header}: ${kind}`, async () => {
				const reply = replied('', status, { 'www-authenticate': header });
				const { message, facts } = await failing(kind, () => readReply(reply));
				assert.doesNotMatch(message + JSON.stringify(facts), /eyJh/);
			});

		challenged('challenged', 401, 'Bearer realm="", error="insufficient_claims", claims="eyJh"');
		challenged('challenged', 403, 'Bearer error="insufficent_claims", claims="eyJh"');
		challenged('challenged', 401, 'Bearer claims="eyJh", error=insufficient_claims');
		challenged('signedOut', 401, 'Bearer error="invalid_token"');
		challenged('signedOut', 401, 'Bearer error="insufficient_claims"');
		challenged('signedOut', 401, 'Bearer claims="eyJh"');
		challenged('signedOut', 401, '');
		challenged('forbidden', 403, 'Bearer error="insufficient_scope"');
	});

	describe('tells the deepest code of', () => {
		const tells = (name: string, body: unknown, code: string | undefined) =>
			it(name, () => assert.equal(factsOf(replied(body, 400)).code, code));

		tells('an error', error('invalidRequest'), 'invalidRequest');
		tells('innerError', error('a', { innerError: { code: 'b', innerError: { code: 'c' } } }), 'c');
		tells('innererror', error('a', { innererror: { code: 'b' } }), 'b');
		tells('an inner error without a code', error('a', { innerError: { innerError: {} } }), 'a');
		tells('an inner error that is text', error('a', { innerError: 'b' }), 'a');
		tells('a code that is no text', error(7), undefined);
		tells('a gateway', { statusCode: 429, message: 'Rate limit is exceeded.' }, undefined);
		tells('an error that is text', { error: 'oops' }, undefined);
		tells('an error that is null', { error: null }, undefined);
		tells('a list', [error('a')], undefined);
		tells('a page', page, undefined);
		tells('nothing', '', undefined);
		tells('a code with a mail address in it', error('no access for ada@contoso.com'), undefined);
		tells('a code of many lines', error('a\nb'), undefined);
		tells('a code without end', error('x'.repeat(1000)), undefined);
		tells('a code in dots', error('Auth.Token-Expired_2'), 'Auth.Token-Expired_2');
	});

	describe('asks to wait', () => {
		const waits = (header: string | undefined, least: number | undefined, most = least) =>
			it(`${header}: ${least}`, () => {
				const headers = header === undefined ? {} : { 'retry-after': header };
				const { retryAfter } = factsOf(replied('', 429, headers));
				if (least === undefined || most === undefined) return assert.equal(retryAfter, undefined);
				assert.ok(retryAfter !== undefined && retryAfter >= least && retryAfter <= most, `${retryAfter}`);
			});
		const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();

		waits('57', 57_000);
		waits('0', 0);
		waits(' 3 ', 3_000);
		waits('1.5', 1_500);
		waits('3600', 3_600_000);
		waits('Wed, 21 Oct 2015 07:28:00 GMT', 0);
		waits(inAnHour, 3_000_000, 3_600_000);
		waits(undefined, undefined);
		waits('', undefined);
		waits('soon', undefined);
		waits('soon 5', undefined);
		waits('1, 2', undefined);
		waits('-1', undefined);
		waits('0x10', undefined);
		waits('1e3', undefined);
		waits('Infinity', undefined);
		waits('9'.repeat(400), undefined);
	});

	it('is read or refused as a PartnerError without customer data, whatever its bytes', () => {
		const body = fc.oneof(
			fc.uint8Array(),
			fc.json().map((text) => Buffer.from(text)),
		);
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 999 }), body, (status, bytes) => {
				const found = outcomeOf(() => readReply(replied(Uint8Array.from(bytes), status)));
				if (!(found instanceof Error)) return assert.ok(status >= 200 && status <= 299);
				assert.ok(found instanceof PartnerError, String(found));
				assert.equal(found.cause, undefined);
			}),
			{ seed: 5, numRuns: 2_000 },
		);
	});
});

function outcomeOf(call: () => unknown): unknown {
	try {
		return call();
	} catch (error) {
		return error;
	}
}
