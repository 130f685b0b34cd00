import assert from 'node:assert/strict';
import type { FailureKind } from '../../../src/partner/error.ts';
import { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { identified } from '../../../src/partner/sending/identified.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { idsOf, tenant } from '../sample/sampleAsk.ts';
import { failing } from './failing.ts';
import { endpoint, FakeSend, HeldSend, pageOf, replied } from './fakeSend.ts';

const { collection } = endpoint;
const { signal } = new AbortController();
const service = sampleSend(tenant);
const sample = new ReferralsClient(service, endpoint);
const expired = { filter: "status eq 'Closed' and substatus eq 'Expired'" };

describe('the referrals client', () => {
	describe('on the sample tenant', () => {
		it('lists a page of 100 and the way on', async () => {
			const { entries, next, refused } = await sample.list({}, signal);
			assert.equal(entries.length, 100);
			assert.ok(next?.startsWith(`${collection}?$skiptoken=`));
			assert.equal(refused, undefined);
		});
		it('knows the end, also where the last page is full', async () => {
			const page = await sample.list(expired, signal);
			assert.equal(page.entries.length, 100);
			assert.equal('next' in page, false);
		});
		it('walks every page, losing and changing nothing', async () => {
			const found: unknown[] = [];
			let page = await sample.list({ orderby: 'createdDateTime desc' }, signal);
			for (;;) {
				found.push(...page.entries.map(({ json }) => json));
				if (page.next === undefined) break;
				page = await sample.next(page.next, signal);
			}
			const sent: unknown[] = JSON.parse(JSON.stringify(tenant.referrals));
			assert.deepEqual(byText(found), byText(sent));
		});
		it('finds one by its id, with its eTag', async () => {
			const [id = ''] = idsOf(tenant.referrals);
			const { referral, json } = await sample.byId(id, signal);
			assert.equal(referral.id, id);
			assert.match(String(json['eTag']), /^".+"$/);
		});
		it('finds none for an id that nobody has', async () => {
			for (const id of ['nobody', '../x', 'a/b', 'a?b#c', ' ', '%', '\ud800', '.', '..'])
				await failing('gone', () => sample.byId(id, signal));
		});
		it('is refused a filter that the service does not know', async () => {
			const { facts } = await failing('badRequest', () => sample.list({ filter: 'name eq 1' }, signal));
			assert.equal(facts.status, 400);
			assert.equal(facts.code, 'unsupportedQuery');
			assert.ok(facts.requestId);
		});
		it('is refused a page whose token was spoilt', async () => {
			await failing('pageRejected', () => sample.next(`${collection}?$skiptoken=AAAA`, signal));
		});
	});

	it('sends what it must and nothing else', async () => {
		const fake = new FakeSend(() => pageOf([]));
		await fake.client.list({ filter: "status eq 'New'", orderby: 'createdDateTime asc' }, signal);
		await fake.client.next(`${collection}?$skiptoken=a%2fb`, signal);
		assert.deepEqual(fake.urls, [
			`${collection}?$filter=status%20eq%20'New'&$orderby=createdDateTime%20asc`,
			`${collection}?$skiptoken=a%2fb`,
		]);
		for (const { headers } of fake.asks) assert.deepEqual(headers, { accept: 'application/json' });
	});

	describe('asks for one', () => {
		const asks = (id: string, path: string) =>
			it(id, async () => {
				const fake = FakeSend.inTurn(replied({ id: 'x' }));
				await fake.client.byId(id, signal);
				assert.deepEqual(fake.urls, [collection + path]);
			});

		asks('c5fbb3b6-be74-4795-9fb5-4324c73fed37', '/c5fbb3b6-be74-4795-9fb5-4324c73fed37');
		asks('../../other?x=1#y', '/..%2F..%2Fother%3Fx%3D1%23y');
		asks('é 🚀', '/%C3%A9%20%F0%9F%9A%80');
	});

	describe('fails as a first page does, as a further page does, as one does', () => {
		const fails = (name: string, reply: Reply, ...kinds: readonly [FailureKind, FailureKind, FailureKind]) =>
			it(`${name}: ${kinds.join(', ')}`, async () => {
				const fake = new FakeSend(() => reply);
				const { client } = fake;
				const all = [
					await failing(kinds[0], () => client.list({}, signal)),
					await failing(kinds[1], () => client.next(`${collection}?$skiptoken=a`, signal)),
					await failing(kinds[2], () => client.byId('a', signal)),
				];
				for (const { facts } of all) {
					assert.equal(facts.requestId, 'r1');
					assert.equal(facts.status, reply.status);
				}
			});
		const ids = { 'request-id': 'r1' };

		fails('400', replied('', 400, ids), 'badRequest', 'pageRejected', 'idRefused');
		fails('401', replied('', 401, ids), 'signedOut', 'signedOut', 'signedOut');
		fails('404', replied('', 404, ids), 'notServed', 'pageRejected', 'gone');
		fails('410', replied('', 410, ids), 'notServed', 'pageRejected', 'gone');
		fails('429', replied('', 429, ids), 'throttled', 'throttled', 'throttled');
		fails(
			'302',
			replied('', 302, { ...ids, location: 'https://x' }),
			'redirected',
			'redirected',
			'redirected',
		);
		fails('HTML', replied('<html>', 200, ids), 'unreadable', 'unreadable', 'unreadable');
		fails('no referral', replied([], 200, ids), 'wrongShape', 'wrongShape', 'wrongShape');
	});

	it('takes 204 for an empty page', async () => {
		const { client } = new FakeSend(() => replied('', 204));
		assert.deepEqual(await client.list({}, signal), { entries: [] });
	});

	it('knows the id of a request that failed', async () => {
		const fake = new FakeSend(() => replied('', 500));
		const client = new ReferralsClient(identified(fake.send), endpoint);
		const { facts } = await failing('serviceFailed', () => client.list({}, signal));
		assert.equal(facts.clientRequestId, fake.asks[0]?.headers['client-request-id']);
		assert.ok(facts.clientRequestId);
	});

	it('says what no person waits for', async () => {
		const fake = new FakeSend(({ url }) => (url.endsWith('/a') ? replied({ id: 'a' }) : pageOf(['a'])));
		const asking = { background: true };
		await fake.client.list({}, signal, asking);
		await fake.client.next(`${collection}?$skiptoken=a`, signal, 7, asking);
		await fake.client.byId('a', signal, asking);
		await fake.client.list({}, signal);
		assert.deepEqual(
			fake.asks.map(({ background, page }) => [background, page]),
			[
				[true, 1],
				[true, 7],
				[true, undefined],
				[undefined, 1],
			],
		);
	});

	describe('when aborted', () => {
		const reason = new Error('left');
		it('before, sends nothing', async () => {
			const fake = new FakeSend(() => pageOf([]));
			const aborted = AbortSignal.abort(reason);
			await assert.rejects(fake.client.list({}, aborted), reason);
			await assert.rejects(fake.client.next(collection, aborted), reason);
			await assert.rejects(fake.client.byId('a', aborted), reason);
			assert.equal(fake.asks.length, 0);
		});
		it('during, rejects with the reason', async () => {
			const held = new HeldSend();
			const controller = new AbortController();
			const listed = held.client.list({}, controller.signal);
			controller.abort(reason);
			await assert.rejects(listed, reason);
		});
		it('during, also when the answer comes nevertheless', async () => {
			const controller = new AbortController();
			const { client } = new FakeSend(() => {
				controller.abort(reason);
				return pageOf(['a']);
			});
			await assert.rejects(client.list({}, controller.signal), reason);
		});
		it('passes the signal on', async () => {
			const fake = new FakeSend(() => pageOf([]));
			await fake.client.list({}, signal);
			assert.equal(fake.asks[0]?.signal, signal);
		});
	});
});

function byText(rows: readonly unknown[]): readonly string[] {
	return rows.map((row) => JSON.stringify(row)).sort();
}
