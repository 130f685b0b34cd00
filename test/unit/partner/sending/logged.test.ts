import assert from 'node:assert/strict';
import { PartnerError } from '../../../../src/partner/error.ts';
import type { Ask, Reply, Send } from '../../../../src/partner/send.ts';
import { logged } from '../../../../src/partner/sending/logged.ts';
import { endpoint, FakeSend, replied } from '../fakeSend.ts';

const { collection } = endpoint;
const headers = { authorization: 'Bearer secret-token', 'client-request-id': 'c1', cookie: 'secret' };

async function lineOf(send: Send, ask: Partial<Ask> = {}): Promise<string> {
	const lines: string[] = [];
	const { signal } = new AbortController();
	const whole = { url: collection, headers, signal, ...ask };
	await logged(send, (line) => lines.push(line))(whole).catch(() => {});
	assert.equal(lines.length, 1);
	return (lines[0] ?? '').replace(/ \d+ ms /, ' N ms ');
}

describe('a logged send writes', () => {
	const path = '/v1.0/engagements/referrals';
	const writes = (name: string, reply: Reply | PartnerError, line: string, ask: Partial<Ask> = {}) =>
		it(name, async () => assert.equal(await lineOf(FakeSend.inTurn(reply).send, ask), line));

	const ok = replied({ value: [{ id: 'secret' }] }, 200, { 'request-id': 'r1', 'set-cookie': 'secret' });
	const ids = 'client-request-id=c1 request-id=r1';
	const noReply = 'client-request-id=c1 request-id=-';
	const secret = `${collection}?$filter=team/any(t:t/email%20eq%20'ada@contoso.com')&$skiptoken=secret`;
	writes('path, status, time and ids', ok, `GET ${path} 200 N ms ${ids}`);
	writes('no query', ok, `GET ${path} 200 N ms ${ids}`, { url: secret });
	writes('which page it is', ok, `GET ${path} page 3 200 N ms ${ids}`, { url: secret, page: 3 });
	writes('no id that there is not', replied('', 503), `GET ${path} 503 N ms ${noReply}`);
	writes(
		'why there was no reply',
		new PartnerError('timedOut', { code: 'ETIMEDOUT' }),
		`GET ${path} timedOut ETIMEDOUT N ms ${noReply}`,
	);
	const guid = '65edc0b5-3485-41b7-a17e-dfa9ef4706e2';
	writes('which referral it is', ok, `GET ${path}/${guid} 200 N ms ${ids}`, { url: `${collection}/${guid}` });
	// What was typed may pass for an id.
	for (const typed of [
		'contoso-2026',
		'O%27Brien',
		guid.slice(1),
		`${guid}-contoso`,
		'%2Freferrals%2Fcontoso',
	])
		writes(`no word of ${typed}`, ok, `GET ${path}/… 200 N ms ${ids}`, { url: `${collection}/${typed}` });
	writes(
		'no id that is none',
		replied('', 200, { 'request-id': 'ada@contoso.com' }),
		`GET ${path} 200 N ms client-request-id=c1 request-id=…`,
	);
	writes(
		'no code that is none',
		new PartnerError('badRequest', { code: 'ada@contoso.com is odd' }),
		`GET ${path} badRequest … N ms ${noReply}`,
	);
	it('nothing of an unexpected error', async () => {
		const send: Send = () => Promise.reject(new Error('secret'));
		assert.equal(await lineOf(send), `GET ${path} failed N ms ${noReply}`);
	});
	it('that it was cancelled', async () => {
		const signal = AbortSignal.abort(new Error('secret'));
		const send: Send = () => Promise.reject(signal.reason);
		assert.equal(await lineOf(send, { signal }), `GET ${path} cancelled N ms ${noReply}`);
	});

	it('and passes on what it got', async () => {
		const failure = new PartnerError('unreachable');
		const { signal } = new AbortController();
		const send = logged(FakeSend.inTurn(ok, failure).send, () => {});
		assert.equal(await send({ url: collection, headers, signal }), ok);
		await assert.rejects(send({ url: collection, headers, signal }), failure);
	});
});
