import assert from 'node:assert/strict';
import { authorized } from '../../../src/partner/authorized.ts';
import { endpointAt } from '../../../src/partner/endpoint.ts';
import { PartnerError } from '../../../src/partner/error.ts';
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

	describe('whose token is refused', () => {
		const challenge = 'Bearer error="insufficient_claims", claims="e30="';
		const ask = { url: endpoint.collection, headers, signal };
		const tokensOf = ({ asks }: FakeSend) => asks.map((each) => each.headers['authorization']);

		it('asks for another one and sends once more', async () => {
			const inner = FakeSend.inTurn(replied('', 401), replied({}));
			const send = authorized(inner.send, endpoint, async (refusal) => (refusal ? 'new' : 'old'));
			assert.equal((await send(ask)).status, 200);
			assert.deepEqual(tokensOf(inner), ['Bearer old', 'Bearer new']);
		});
		it('hands on the second refusal, and then asks the service no more with that token', async () => {
			const inner = new FakeSend(() => replied('', 401));
			let token = 'old';
			const send = authorized(inner.send, endpoint, async () => token);
			assert.equal((await send(ask)).status, 401);
			await failing('signedOut', () => send(ask));
			assert.equal(inner.asks.length, 2);
			token = 'of another sign-in';
			assert.equal((await send(ask)).status, 401);
			assert.equal(inner.asks.length, 4);
		});
		it('hands on the refusal when there is no other token', async () => {
			const inner = new FakeSend(() => replied('', 401));
			const send = authorized(inner.send, endpoint, async (refusal) => {
				if (refusal) throw new PartnerError('signedOut');
				return 'old';
			});
			assert.equal((await send(ask)).status, 401);
			assert.equal(inner.asks.length, 1);
		});
		it('is renewed once for all requests under way with it', async () => {
			const inner = new FakeSend(({ headers: sent }) =>
				replied({}, sent['authorization'] === 'Bearer new' ? 200 : 401),
			);
			let renewals = 0;
			const send = authorized(inner.send, endpoint, async (refusal) => {
				if (!refusal) return 'old';
				renewals++;
				return 'new';
			});
			const replies = await Promise.all([send(ask), send(ask), send(ask)]);
			assert.deepEqual(
				replies.map(({ status }) => status),
				[200, 200, 200],
			);
			assert.equal(renewals, 1);
		});
		for (const status of [401, 403])
			it(`tells what the service asks for: ${status}`, async () => {
				const inner = FakeSend.inTurn(replied('', status, { 'www-authenticate': challenge }), replied({}));
				const heard: unknown[] = [];
				const send = authorized(inner.send, endpoint, async (refusal) => {
					if (refusal) heard.push(refusal.challenge);
					return 'token';
				});
				assert.equal((await send(ask)).status, 200);
				assert.deepEqual(heard, [challenge]);
			});
		it('does not take 403 for a refusal of the token', async () => {
			const inner = new FakeSend(() => replied('', 403));
			assert.equal((await authorized(inner.send, endpoint, async () => 'token')(ask)).status, 403);
			assert.equal(inner.asks.length, 1);
		});
	});
});
