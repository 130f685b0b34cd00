import assert from 'node:assert/strict';
import { authorized } from '../../src/partner/authorized.ts';
import { endpointAt } from '../../src/partner/endpoint.ts';
import { PartnerError } from '../../src/partner/partnerError.ts';
import { failing } from './failing.ts';
import { endpoint, FakeSend, replied } from './fakeSend.ts';

const { signal } = new AbortController();
const headers = { accept: 'application/json' };

describe('an authorized send', () => {
	it('asks for the token anew each time, and keeps the other headers', async () => {
		const inner = new FakeSend(() => replied({}));
		const tokens = ['first', 'second'];
		const send = authorized(inner.send, endpoint, async () => tokens.shift() ?? 'no more');
		await send({ url: endpoint.collection, headers, signal });
		await send({ url: `${endpoint.collection}?$skiptoken=a`, headers, signal });
		assert.deepEqual(
			inner.asks.map((ask) => ask.headers),
			[
				{ accept: 'application/json', authorization: 'Bearer first' },
				{ accept: 'application/json', authorization: 'Bearer second' },
			],
		);
		assert.deepEqual(headers, { accept: 'application/json' });
	});

	describe('gives no token to', () => {
		const refused = (url: string, at = endpoint) =>
			it(url, async () => {
				const inner = new FakeSend(() => replied({}));
				let asked = 0;
				const send = authorized(inner.send, at, async () => `token ${asked++}`);
				await failing('linkRefused', () => send({ url, headers, signal }));
				assert.equal(inner.asks.length, 0);
				assert.equal(asked, 0);
			});

		refused('https://evil.example/v1.0/engagements/referrals');
		refused('http://api.partner.microsoft.com/v1.0/engagements/referrals');
		refused('https://api.partner.microsoft.com:8443/v1.0/engagements/referrals');
		refused('https://api.partner.microsoft.com.evil.example/');
		refused('https://api.partner.microsoft.com@evil.example/');
		refused('https://partner.microsoft.com/');
		const local = endpointAt('http://127.0.0.1:5000');
		refused('http://127.0.0.1/referrals', local);
		refused('http://127.0.0.1:5001/referrals', local);
		refused('http://localhost:5000/referrals', local);
		refused('https://127.0.0.1:5000/referrals', local);
	});

	it('fails as the token does, without asking the service', async () => {
		const inner = new FakeSend(() => replied({}));
		const send = authorized(inner.send, endpoint, () => Promise.reject(new PartnerError('signedOut')));
		await failing('signedOut', () => send({ url: endpoint.collection, headers, signal }));
		assert.equal(inner.asks.length, 0);
	});

	it('sends nothing when it was aborted while the user signed in', async () => {
		const inner = new FakeSend(() => replied({}));
		const controller = new AbortController();
		const token = Promise.withResolvers<string>();
		const send = authorized(inner.send, endpoint, () => token.promise);
		const sent = send({ url: endpoint.collection, headers, signal: controller.signal });
		controller.abort();
		token.resolve('late');
		await assert.rejects(sent, { name: 'AbortError' });
		assert.equal(inner.asks.length, 0);
	});
});
