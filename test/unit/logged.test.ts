import assert from 'node:assert/strict';
import { logged } from '../../src/partner/logged.ts';
import { PartnerError } from '../../src/partner/partnerError.ts';
import type { Reply, Send } from '../../src/partner/send.ts';
import { endpoint, FakeSend, replied } from './fakeSend.ts';

const { collection } = endpoint;
const headers = { authorization: 'Bearer secret-token', 'client-request-id': 'c1', cookie: 'secret' };

async function lineOf(send: Send, url = collection, signal = new AbortController().signal): Promise<string> {
	const lines: string[] = [];
	await logged(send, (line) => lines.push(line))({ url, headers, signal }).catch(() => {});
	assert.equal(lines.length, 1);
	return (lines[0] ?? '').replace(/ \d+ ms$/, ' N ms');
}

describe('a logged send writes', () => {
	const path = '/v1.0/engagements/referrals';
	const writes = (name: string, reply: Reply | PartnerError, line: string, url = collection) =>
		it(name, async () => assert.equal(await lineOf(FakeSend.inTurn(reply).send, url), line));

	const ok = replied({ value: [{ id: 'secret' }] }, 200, { 'request-id': 'r1', 'set-cookie': 'secret' });
	const secretQuery = `?$filter=team/any(t:t/email%20eq%20'ada@contoso.com')`;
	const done = '200 request-id=r1 N ms';
	writes('path, status and ids', ok, `GET ${path} client-request-id=c1 ${done}`);
	writes('no query', ok, `GET ${path} client-request-id=c1 ${done}`, collection + secretQuery);
	writes(
		'that it is a further page',
		ok,
		`GET ${path} (further page) client-request-id=c1 ${done}`,
		`${collection}?$skiptoken=secret`,
	);
	writes(
		'no id that there is not',
		replied('', 503),
		`GET ${path} client-request-id=c1 503 request-id=- N ms`,
	);
	writes(
		'why there was no reply',
		new PartnerError('timedOut', { code: 'ETIMEDOUT' }),
		`GET ${path} client-request-id=c1 timedOut ETIMEDOUT N ms`,
	);
	it('nothing of an unexpected error', async () => {
		const send: Send = () => Promise.reject(new Error('secret'));
		assert.equal(await lineOf(send), `GET ${path} client-request-id=c1 failed N ms`);
	});
	it('that it was cancelled', async () => {
		const signal = AbortSignal.abort(new Error('secret'));
		const send: Send = () => Promise.reject(signal.reason);
		assert.equal(await lineOf(send, collection, signal), `GET ${path} client-request-id=c1 cancelled N ms`);
	});

	it('and passes on what it got', async () => {
		const failure = new PartnerError('unreachable');
		const { signal } = new AbortController();
		const send = logged(FakeSend.inTurn(ok, failure).send, () => {});
		assert.equal(await send({ url: collection, headers, signal }), ok);
		await assert.rejects(send({ url: collection, headers, signal }), failure);
	});
});
