import assert from 'node:assert/strict';
import { otherKey } from '../../../src/listing/arranging/byStatus.ts';
import { wide } from '../../../src/listing/arranging/partition.ts';
import { failuresIn, retryFailed } from '../../../src/listing/failures.ts';
import { feedAfter } from '../../../src/listing/neighbours.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { pairs } from '../../../src/referral/pair.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { endpoint, FakeSend, HeldSend, pageOf, replied } from '../partner/fakeSend.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';
import { branchIn, countIn, exploringOn, feedIn, idsIn, loadWhole } from './exploring.ts';

const service = sampleSend(tenant);
const tick = () => new Promise((resolve) => setImmediate(resolve));
const untold = new AbortController().signal;

function exploring(query = everything) {
	const fake = new FakeSend(service);
	return { fake, ...exploringOn(fake.client, query) };
}

/** Referrals as a list has them: id, pair, and the day of creation. */
function listed(...rows: readonly (readonly [string, string, number, string?])[]) {
	const value = rows.map(([id, pair, day, updatedDateTime]) => {
		const [status, substatus] = pair.split('/');
		return { id, status, substatus, createdDateTime: `2026-01-0${day}T00:00:00Z`, updatedDateTime };
	});
	return replied({ value });
}

/** What an answer by id brings. */
function answered(exploration: ReturnType<typeof exploringOn>['exploration'], json: object): void {
	exploration.session.store.put([received(json)], { whole: true });
}

describe('an exploration', () => {
	it('requests nothing by itself', async () => {
		const { exploration, fake, changes } = exploring();
		for (const { key } of exploration.grouping.nodes) {
			if (key !== otherKey) assert.equal(countIn(exploration, key), 'nothing');
			exploration.feedOf(key);
		}
		assert.equal(exploration.placeOf('anything'), undefined);
		await exploration.refreshing.run({ depth: 'shown', stop: untold });
		assert.equal(fake.asks.length + changes.length, 0);
	});

	it('keeps one feed for a partition, and says what changed', async () => {
		const { exploration, fake, changes } = exploring();
		const feed = feedIn(exploration, 'Closed/Won');
		assert.equal(exploration.feed('Closed/Won'), feed);
		assert.equal(exploration.feedOf('Closed/Won'), feed);
		await feed.loadMore();
		assert.deepEqual(changes, ['Closed/Won', 'Closed/Won']);
		assert.equal(fake.asks.length, 1);
		assert.match(fake.urls[0] ?? '', /status%20eq%20'Closed'%20and%20substatus%20eq%20'Won'/);
	});

	it('has no feed for what is no partition or no branch', () => {
		const { exploration } = exploring({ ...everything, status: 'New', substatus: 'Pending' });
		for (const key of ['', 'constructor', 'Closed/Won', wide, otherKey])
			assert.equal(exploration.feed(key), undefined);
		for (const key of ['', 'constructor', 'Closed/Won', 'New', otherKey])
			assert.equal(exploration.feedOf(key), undefined);
	});

	it('knows the feeds of all that stands in a branch', () => {
		const { exploration } = exploring();
		const keysIn = (key: string) => exploration.feedsIn(key).map(({ partition }) => partition.key);
		assert.deepEqual(keysIn('New'), ['New/Pending', 'New/Received']);
		assert.deepEqual(keysIn('Closed/Won'), ['Closed/Won']);
		assert.deepEqual(keysIn(otherKey), [wide]);
		assert.deepEqual(keysIn('nothing'), []);
	});

	it('knows the feed that is next, which is never the one of everything', () => {
		const { exploration } = exploring();
		const next = (key: string) => feedAfter(exploration, feedIn(exploration, key))?.partition.key;
		assert.equal(next('New/Pending'), 'New/Received');
		assert.equal(next('New/Received'), 'Active/Accepted');
		assert.equal(next('Closed/Expired'), undefined);
		assert.equal(next(wide), undefined);
	});

	describe('counts', () => {
		const counts = (key: string, partition: string, pages: number, count: string) =>
			it(`${key} after ${pages} pages of ${partition}: ${count}`, async () => {
				const { exploration } = exploring();
				const feed = feedIn(exploration, partition);
				for (let page = 0; page < pages; page++) await feed.loadMore();
				assert.equal(countIn(exploration, key), count);
			});

		counts('New/Pending', 'New/Pending', 1, '100+');
		counts('New/Pending', 'New/Pending', 8, '760');
		counts('Closed/Lost', 'Closed/Lost', 3, '300+');
		counts('Closed/Lost', 'Closed/Lost', 4, '343');
		counts('Closed/Expired', 'Closed/Expired', 1, '100');
		counts('Closed/Declined', 'Closed/Declined', 1, '0');
		counts('New', 'New/Pending', 8, '760+');
		counts(otherKey, wide, 25, '17');
		counts('New/Pending', wide, 25, '760');
		counts('Closed', wide, 25, '923');
		counts('Active/Accepted', wide, 25, '640');

		it('a status once its pairs have ended', async () => {
			const { exploration } = exploring();
			await loadWhole(feedIn(exploration, 'New/Pending'));
			assert.equal(countIn(exploration, 'New'), '760+');
			await loadWhole(feedIn(exploration, 'New/Received'));
			assert.equal(countIn(exploration, 'New'), '920');
		});
		it('every referral once', async () => {
			const { exploration } = exploring();
			for (const { key } of exploration.partitions) await loadWhole(feedIn(exploration, key));
			const ids = exploration.grouping.nodes.flatMap(({ key }) => idsIn(exploration, key));
			assert.deepEqual(ids.toSorted(), tenant.referrals.map(({ id }) => id).sort());
		});
		it('nothing when nothing came but a failure', async () => {
			const { exploration } = exploringOn(FakeSend.inTurn(new PartnerError('timedOut')).client);
			await feedIn(exploration, wide).loadMore();
			assert.equal(countIn(exploration, otherKey), 'nothing');
		});
		it('what is known although the way on was refused', async () => {
			const page = replied({
				value: [{ id: 'a', status: 'Old' }],
				'@odata.nextLink': 'https://evil.example?a',
			});
			const { exploration } = exploringOn(FakeSend.inTurn(page).client);
			await feedIn(exploration, wide).loadMore();
			assert.equal(countIn(exploration, otherKey), '1+');
		});
	});

	it('finds the place of what is shown', async () => {
		const { exploration } = exploring();
		await loadWhole(feedIn(exploration, 'Closed/Expired'));
		const id = idsIn(exploration, 'Closed/Expired')[50] ?? '';
		const { branch, index } = exploration.placeOf(id) ?? assert.fail();
		assert.equal(`${branch.key} ${index}`, 'Closed/Expired 50');
	});

	it('refreshes what was loaded, one request after the other', async () => {
		let [open, most] = [0, 0];
		const client = new ReferralsClient(async (ask) => {
			most = Math.max(most, ++open);
			const reply = await service(ask);
			open--;
			return reply;
		}, endpoint);
		const { exploration } = exploringOn(client);
		for (const key of ['New/Pending', 'Closed/Won', wide])
			for (let page = 0; page < 2; page++) await feedIn(exploration, key).loadMore();
		await exploration.refreshing.run({ depth: 'shown', stop: untold });
		assert.equal(most, 1);
		assert.equal(feedIn(exploration, 'New/Pending').pages, 2);
	});

	describe('places', () => {
		it('what came by the list of everything in the branches of its pairs', async () => {
			const page = listed(['a', 'New/Pending', 3], ['b', 'Closed/Won', 2], ['c', 'Paused/OnHold', 1]);
			const { exploration } = exploringOn(FakeSend.inTurn(page).client);
			await feedIn(exploration, wide).loadMore();
			assert.deepEqual(
				['New/Pending', 'Closed/Won', otherKey].map((key) => idsIn(exploration, key)),
				[['a'], ['b'], ['c']],
			);
			// It is all that there is, so that every count is exact.
			for (const { key } of exploration.grouping.nodes) assert.ok(branchIn(exploration, key).complete, key);
		});

		it('what has another pair by now there, between others by the order of the query', async () => {
			const { client } = FakeSend.inTurn(
				listed(['n5', 'New/Pending', 5], ['n3', 'New/Pending', 3], ['n1', 'New/Pending', 1]),
				listed(['a4', 'Active/Accepted', 4], ['a2', 'Active/Accepted', 2]),
			);
			const { exploration, changes } = exploringOn(client);
			for (const key of ['New/Pending', 'Active/Accepted']) await feedIn(exploration, key).loadMore();
			changes.length = 0;
			const createdDateTime = '2026-01-03T00:00:00Z';
			answered(exploration, { id: 'n3', status: 'Active', substatus: 'Accepted', createdDateTime });
			assert.deepEqual(changes, ['anywhere']);
			assert.deepEqual(idsIn(exploration, 'Active/Accepted'), ['a4', 'n3', 'a2']);
			assert.deepEqual(idsIn(exploration, 'New/Pending'), ['n5', 'n1']);
			assert.equal(countIn(exploration, 'Active/Accepted'), '3');
			assert.equal(exploration.placeOf('n3')?.index, 1);
		});

		const sorted = (sort: Query['sort'], ...expected: readonly string[]) =>
			it(`several of them sorted by ${sort}, before, between and behind the branch's own`, async () => {
				const rows = [1, 3, 5, 2, 4].map((day): [string, string, number, string] => {
					const pair = day % 2 === 1 ? 'New/Pending' : 'Closed/Won';
					return [`${day}`, pair, day, `2026-02-1${9 - day}T00:00:00Z`];
				});
				const up = sort === 'oldest' || sort === 'lastUpdated';
				const own = rows.filter(([, pair]) => pair === 'Closed/Won');
				const { client } = FakeSend.inTurn(
					listed(...rows.slice(0, 3)),
					listed(...(up ? own : own.reverse())),
				);
				const { exploration } = exploringOn(client, { ...everything, sort });
				for (const key of ['New/Pending', 'Closed/Won']) await feedIn(exploration, key).loadMore();
				for (const [id, , day, updatedDateTime] of rows.slice(0, 3)) {
					const createdDateTime = `2026-01-0${day}T00:00:00Z`;
					answered(exploration, { id, status: 'Closed', substatus: 'Won', createdDateTime, updatedDateTime });
				}
				assert.deepEqual(idsIn(exploration, 'Closed/Won'), expected);
			});
		sorted('newest', '5', '4', '3', '2', '1');
		sorted('oldest', '1', '2', '3', '4', '5');
		sorted('lastUpdated', '1', '2', '3', '4', '5');
		sorted('firstUpdated', '5', '4', '3', '2', '1');

		it('a referral that two feeds have once', async () => {
			const page = listed(['a', 'New/Pending', 2], ['b', 'New/Pending', 1]);
			const { exploration } = exploringOn(FakeSend.inTurn(page, page).client);
			for (const key of ['New/Pending', wide]) await feedIn(exploration, key).loadMore();
			assert.deepEqual(idsIn(exploration, 'New/Pending'), ['a', 'b']);
			assert.equal(countIn(exploration, 'New'), '2');
		});

		it('what no longer fits the query nowhere, although a list has it', async () => {
			const { exploration } = exploringOn(FakeSend.inTurn(listed(['a', 'New/Pending', 1])).client, {
				...everything,
				status: 'New',
			});
			await feedIn(exploration, 'New/Pending').loadMore();
			answered(exploration, { id: 'a', status: 'Closed', substatus: 'Won' });
			assert.equal(exploration.placeOf('a'), undefined);
			assert.equal(countIn(exploration, 'New/Pending'), '0');
		});

		it('nothing that no list has', async () => {
			const { exploration } = exploringOn(FakeSend.inTurn(listed(['a', 'New/Pending', 1])).client);
			await feedIn(exploration, 'New/Pending').loadMore();
			answered(exploration, { id: 'b', status: 'New', substatus: 'Pending' });
			assert.deepEqual(idsIn(exploration, 'New/Pending'), ['a']);
		});

		it('nothing that the service no longer has', async () => {
			const { exploration, changes } = exploringOn(FakeSend.inTurn(listed(['a', 'New/Pending', 1])).client);
			await feedIn(exploration, 'New/Pending').loadMore();
			changes.length = 0;
			exploration.session.store.drop('a');
			assert.deepEqual(changes, ['anywhere']);
			assert.equal(countIn(exploration, 'New/Pending'), '0');
		});
	});

	describe('by a query for one pair', () => {
		const query: Query = { ...everything, status: 'New', substatus: 'Pending' };
		it('has the branch of other pairs only when something belongs there', async () => {
			const { client } = FakeSend.inTurn(listed(['a', 'New/Pending', 2]), listed(['b', 'New/Strange', 1]));
			const { exploration, changes } = exploringOn(client, query);
			const feed = feedIn(exploration, 'New/Pending');
			await feed.loadMore();
			assert.deepEqual([...exploration.arrangement.keys()], ['New', 'New/Pending']);
			changes.length = 0;
			await feed.refresh();
			assert.deepEqual(idsIn(exploration, otherKey), ['b']);
			assert.equal(changes.at(-1), 'anywhere');
		});
	});

	it('has all that has come, also between two doublings of the pages', async () => {
		const { exploration } = exploring();
		const shown: number[] = [];
		await feedIn(exploration, 'Closed/Won').loadAll({
			...{ stop: untold, ready: async () => {} },
			arrived: () => shown.push(idsIn(exploration, 'Closed/Won').length),
		});
		assert.deepEqual(shown, [100, 200, 300, 400, 480]);
	});

	describe('tells of everywhere', () => {
		it('that a row of a feed stood in another branch and is gone', async () => {
			const { client } = FakeSend.inTurn(
				listed(['a', 'New/Pending', 2], ['b', 'Active/Accepted', 1]),
				listed(['a', 'New/Pending', 2]),
			);
			const { exploration, changes } = exploringOn(client);
			const feed = feedIn(exploration, 'New/Pending');
			await feed.loadMore();
			assert.deepEqual(idsIn(exploration, 'Active/Accepted'), ['b']);
			changes.length = 0;
			await feed.refresh();
			assert.deepEqual(idsIn(exploration, 'Active/Accepted'), []);
			assert.ok(changes.at(-1) === 'anywhere' || changes.at(-1)?.includes('Active/Accepted'), `${changes}`);
		});
		it('that all counts are exact, when the list of everything is empty', async () => {
			const { exploration, changes } = exploringOn(FakeSend.inTurn(listed()).client);
			await feedIn(exploration, wide).loadMore();
			assert.equal(countIn(exploration, 'New/Pending'), '0');
			for (const { key } of pairs)
				assert.ok(changes.at(-1) === 'anywhere' || changes.at(-1)?.includes(key), `${changes}`);
		});
	});

	it('has by failures what to do again', async () => {
		const down = new PartnerError('signedOut');
		const fake = FakeSend.inTurn(down, new PartnerError('timedOut'), pageOf(['a']));
		const { exploration } = exploringOn(fake.client);
		for (const key of ['New/Pending', 'New/Received']) await feedIn(exploration, key).loadMore();
		assert.deepEqual(
			failuresIn(exploration).map(({ kind }) => kind),
			['signedOut', 'timedOut'],
		);
		await retryFailed(exploration, ['signedOut', 'forbidden']);
		assert.deepEqual(
			failuresIn(exploration).map(({ kind }) => kind),
			['timedOut'],
		);
		assert.equal(fake.asks.length, 3);
	});

	describe('that ended', () => {
		it('has nothing going on, tells nothing, and has nothing', async () => {
			const send = new HeldSend();
			const { exploration, changes, session } = exploringOn(send.client);
			const feed = feedIn(exploration, wide);
			const loaded = feed.loadMore();
			await tick();
			send.answer(0, pageOf(['a'], 't'));
			await loaded;
			assert.deepEqual(idsIn(exploration, 'New/Pending'), ['a']);
			const refreshed = exploration.refreshing.run({ depth: 'shown', stop: untold });
			await tick();
			const told = changes.length;
			exploration.end();
			await refreshed;
			await feed.loadMore();
			await exploration.refreshing.run({ depth: 'shown', stop: untold });
			answered(exploration, { id: 'a', status: 'Closed', substatus: 'Won' });
			assert.deepEqual([send.asks.length, changes.length], [2, told]);
			assert.deepEqual(idsIn(exploration, 'New/Pending'), []);
			session.store.tidy();
			assert.equal(session.store.size, 0);
		});
		it('with its session has no row of it any more', async () => {
			const { exploration, session, changes } = exploringOn(new FakeSend(() => pageOf(['a'])).client);
			await feedIn(exploration, 'New/Pending').loadMore();
			assert.deepEqual(idsIn(exploration, 'New/Pending'), ['a']);
			const told = changes.length;
			session.end();
			assert.deepEqual(idsIn(exploration, 'New/Pending'), []);
			assert.equal(exploration.placeOf('a'), undefined);
			assert.equal(changes.length, told);
		});
		it('while it is refreshed found no difference', async () => {
			const send = new HeldSend();
			const { exploration, session } = exploringOn(send.client);
			const loaded = feedIn(exploration, wide).loadMore();
			await tick();
			send.answer(0, pageOf(['a']));
			await loaded;
			const refreshed = exploration.refreshing.run({ depth: 'shown', stop: untold });
			await tick();
			session.end();
			const difference = await refreshed;
			assert.deepEqual(
				Object.values(difference).map(({ size }) => size),
				[0, 0, 0, 0],
			);
		});
	});

	it('counts relative dates from when it is asked', async () => {
		const { exploration, fake } = exploring({ ...everything, updatedSince: '1d' });
		await feedIn(exploration, 'New/Pending').loadMore();
		const since = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 19);
		assert.ok(decodeURIComponent(fake.urls[0] ?? '').includes(since));
	});
});
