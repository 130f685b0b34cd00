import assert from 'node:assert/strict';
import { endpointAt } from '../../../../src/partner/endpoint.ts';
import { PartnerError } from '../../../../src/partner/error.ts';
import type { Reply } from '../../../../src/partner/send.ts';
import { authorized } from '../../../../src/partner/sending/authorized.ts';
import { failing } from '../failing.ts';
import { endpoint, FakeSend, HeldSend, replied } from '../fakeSend.ts';

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

	describe('told that a second factor is missing', () => {
		const refusal = replied({ code: 900421 }, 401, { 'request-id': 'r1' });
		it('asks for no other token, and says so for every address', async () => {
			const inner = new FakeSend(() => refusal);
			const asked: unknown[] = [];
			const source = async (why: unknown) => {
				asked.push(why);
				return 'token';
			};
			let wanted = 0;
			const send = authorized(inner.send, endpoint, source, () => {
				wanted += 1;
				return false;
			});
			for (const path of ['', '/a', '/b', '/c'])
				assert.equal((await send({ url: `${endpoint.collection}${path}`, headers, signal })).status, 401);
			assert.deepEqual(asked, [undefined, undefined, undefined, undefined]);
			assert.equal(inner.asks.length, 4);
			assert.equal(wanted, 4);
		});
		it('says that signing in anew was in vain, where it was', async () => {
			const send = authorized(
				new FakeSend(() => refusal).send,
				endpoint,
				async () => 'token',
				() => true,
			);
			const { facts } = await failing('mfaMissing', () =>
				send({ url: endpoint.collection, headers, signal }),
			);
			assert.deepEqual([facts.status, facts.code, facts.requestId], [401, '900421', 'r1']);
		});
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
		await assert.rejects(sent, { name: 'AbortError' });
		token.resolve('late');
		await new Promise(setImmediate);
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
		const at = (path: string) => ({ ...ask, url: `${endpoint.collection}/${path}` });

		it('hands on the second refusal', async () => {
			const inner = new FakeSend(() => replied('', 401));
			const send = authorized(inner.send, endpoint, async () => 'token');
			assert.equal((await send(ask)).status, 401);
			assert.equal(inner.asks.length, 2);
		});
		it('is given up once it was refused for two addresses in a row, until there is another one', async () => {
			const inner = new FakeSend(() => replied('', 401));
			let token = 'old';
			const send = authorized(inner.send, endpoint, async () => token);
			for (const path of ['a', 'b']) assert.equal((await send(at(path))).status, 401);
			for (const path of ['a', 'b', 'c']) await failing('signedOut', () => send(at(path)));
			assert.equal(inner.asks.length, 4);
			token = 'of another sign-in';
			assert.equal((await send(at('a'))).status, 401);
			assert.equal(inner.asks.length, 6);
		});
		it('is given up, too, when each renewal gives another one', async () => {
			const inner = new FakeSend(() => replied('', 401));
			let tokens = 0;
			const send = authorized(inner.send, endpoint, async (refusal) => `${refusal ? ++tokens : tokens}`);
			for (const path of ['a', 'b']) assert.equal((await send(at(path))).status, 401);
			await failing('signedOut', () => send(at('c')));
		});
		it('is not given up for an address that refuses everybody', async () => {
			const inner = new FakeSend(({ url }) => replied({}, url.endsWith('odd') ? 401 : 200));
			const send = authorized(inner.send, endpoint, async () => 'token');
			for (const path of ['odd', 'odd', 'odd']) assert.equal((await send(at(path))).status, 401);
			assert.equal((await send(at('a'))).status, 200);
			assert.equal((await send(at('another-odd'))).status, 401);
			assert.equal((await send(at('b'))).status, 200);
			assert.equal((await send(at('odd'))).status, 401);
			assert.equal((await send(at('c'))).status, 200);
		});
		it('is taken up again when what was under way with it succeeds', async () => {
			const late = Promise.withResolvers<Reply>();
			const inner = new FakeSend(({ url }) => (url.endsWith('late') ? late.promise : replied('', 401)));
			const send = authorized(inner.send, endpoint, async () => 'token');
			const waiting = send(at('late'));
			for (const path of ['a', 'b']) await send(at(path));
			await failing('signedOut', () => send(at('c')));
			late.resolve(replied({}));
			await waiting;
			assert.equal((await send(at('c'))).status, 401);
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
		it('is renewed for each thing that the service asks for', async () => {
			const challenges = ['e30=', 'e31=', 'e30='].map((claims) => challenge.replace('e30=', claims));
			const answers = [...challenges, ''].map((header) => replied('', 401, { 'www-authenticate': header }));
			const inner = new FakeSend((_, index) => answers[index] ?? replied({}));
			const heard: unknown[] = [];
			const send = authorized(inner.send, endpoint, async (refusal) => {
				if (refusal) heard.push(refusal.challenge);
				return refusal ? 'new' : 'old';
			});
			const replies = await Promise.all([send(ask), send(ask), send(ask), send(ask)]);
			assert.ok(replies.every(({ status }) => status === 200));
			assert.deepEqual(heard, [challenges[0], challenges[1], undefined]);
		});
		it('is renewed again where that failed, but once for all that were under way', async () => {
			const held = new HeldSend();
			let [renewals, fails] = [0, true];
			const send = authorized(held.send, endpoint, async (refusal) => {
				if (!refusal) return 'old';
				renewals++;
				if (fails) throw new PartnerError('signedOut');
				return 'new';
			});
			const refuse = async (...indexes: readonly number[]): Promise<void> => {
				for (const index of indexes) {
					held.answer(index, replied('', 401));
					await new Promise(setImmediate);
				}
			};
			const under = [send(ask), send(ask), send(ask)];
			await new Promise(setImmediate);
			await refuse(0, 1);
			const after = send(ask);
			await new Promise(setImmediate);
			await refuse(2);
			for (const each of under) assert.equal((await each).status, 401);
			assert.equal(renewals, 1);
			fails = false;
			await refuse(3);
			held.answer(4, replied({}));
			assert.equal((await after).status, 200);
			assert.equal(renewals, 2);
		});
		it('fails as the renewal does, when that says more', async () => {
			const inner = new FakeSend(() => replied('', 401));
			const send = authorized(inner.send, endpoint, async (refusal) => {
				if (refusal) throw new PartnerError('signInFailed', { code: 'AADSTS65001' });
				return 'old';
			});
			await failing('signInFailed', () => send(ask));
		});
		it('tells what the service asks for even when the renewal fails', async () => {
			const inner = new FakeSend(() => replied('', 401, { 'www-authenticate': challenge }));
			const send = authorized(inner.send, endpoint, async (refusal) => {
				if (refusal) throw new PartnerError('signInFailed', { code: 'AADSTS50076' });
				return 'old';
			});
			assert.equal((await send(ask)).headers['www-authenticate'], challenge);
		});
		it('stops waiting for another one at once when aborted, while others go on', async () => {
			const inner = new FakeSend(({ headers: { authorization } }) =>
				replied({}, authorization === 'Bearer new' ? 200 : 401),
			);
			const renewed = Promise.withResolvers<string>();
			const send = authorized(inner.send, endpoint, async (refusal) => (refusal ? renewed.promise : 'old'));
			const controller = new AbortController();
			const [left, stays] = [send({ ...ask, signal: controller.signal }), send(ask)];
			await new Promise(setImmediate);
			controller.abort(new Error('enough'));
			await assert.rejects(left, /enough/);
			renewed.resolve('new');
			assert.equal((await stays).status, 200);
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
