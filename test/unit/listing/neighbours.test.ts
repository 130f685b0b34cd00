import assert from 'node:assert/strict';
import { otherKey } from '../../../src/listing/arranging/byStatus.ts';
import { wide } from '../../../src/listing/arranging/partition.ts';
import { neighboursOf } from '../../../src/listing/neighbours.ts';
import { relatedFeed } from '../../../src/listing/related.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { FakeSend } from '../partner/fakeSend.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';
import { branchIn, exploringOn, feedIn, idsIn, sessionOn } from './exploring.ts';

const exploring = (query: Query = everything) =>
	exploringOn(new FakeSend(sampleSend(tenant)).client, query).exploration;

describe('the neighbours of a referral', () => {
	it('are those beside it in its branch', async () => {
		const exploration = exploring();
		const feed = feedIn(exploration, 'New/Pending');
		await feed.loadMore();
		const [first, second, third] = branchIn(exploration, 'New/Pending').rows;
		const around = neighboursOf(exploration, second?.referral.id ?? '');
		assert.equal(around?.previous, first);
		assert.equal(around?.next, third);
		assert.equal(around?.more, false);
		assert.equal(around?.feed, feed);
		assert.equal(neighboursOf(exploration, first?.referral.id ?? '')?.previous, undefined);
	});
	it('may follow with the next page, until the branch is complete', async () => {
		const exploration = exploring();
		const feed = feedIn(exploration, 'New/Received');
		await feed.loadMore();
		const last = () => neighboursOf(exploration, idsIn(exploration, 'New/Received').at(-1) ?? '');
		assert.deepEqual([last()?.next, last()?.more], [undefined, true]);
		while (!feed.complete) await feed.loadMore();
		assert.deepEqual([last()?.next, last()?.more], [undefined, false]);
	});
	it('are those of the branch that it moved to', async () => {
		const exploration = exploring();
		for (const key of ['New/Pending', 'Active/Accepted']) await feedIn(exploration, key).loadMore();
		const { referral } = branchIn(exploration, 'New/Pending').rows[0] ?? assert.fail();
		const moved = { ...referral, status: 'Active', substatus: 'Accepted' };
		exploration.session.store.put([received(moved)], { whole: true });
		const { branch, index } = exploration.placeOf(referral.id) ?? assert.fail();
		const around = neighboursOf(exploration, referral.id);
		assert.equal(branch.key, 'Active/Accepted');
		assert.deepEqual([around?.previous, around?.next], [branch.rows[index - 1], branch.rows[index + 1]]);
		assert.equal(around?.feed, feedIn(exploration, 'Active/Accepted'));
	});
	it('of what fits no pair come from the list of everything', async () => {
		const exploration = exploring();
		const feed = feedIn(exploration, wide);
		while (idsIn(exploration, otherKey).length === 0) await feed.loadMore();
		const around = neighboursOf(exploration, idsIn(exploration, otherKey).at(-1) ?? '');
		assert.equal(around?.feed, feed);
		assert.equal(around?.more, !feed.complete);
	});
	it('are none of a referral that is not loaded, or that conditions leave out', async () => {
		const exploration = exploring({ ...everything, text: 'no such customer' });
		assert.equal(neighboursOf(exploration, 'r1'), undefined);
		const feed = feedIn(exploration, 'New/Pending');
		await feed.loadMore();
		assert.ok(feed.ids.size > 0);
		for (const id of feed.ids) assert.equal(neighboursOf(exploration, id), undefined);
	});
});

describe('the referrals of an engagement', () => {
	const related = (send = sampleSend(tenant)) => {
		const [sibling] = tenant.referrals.filter(({ engagementId, id }) =>
			tenant.referrals.some((other) => other.engagementId === engagementId && other.id !== id),
		);
		const { engagementId } = sibling ?? assert.fail();
		const fake = new FakeSend(send);
		const session = sessionOn(fake.client);
		const page = new AbortController();
		const told: string[] = [];
		const feed = relatedFeed(session, engagementId, {
			...{ signal: page.signal, now: () => now.getTime() },
			changed: () => told.push(feed.state),
		});
		return { engagementId, fake, session, page, feed, told };
	};

	it('are all of it, whatever their status, by one request', async () => {
		const { engagementId, fake, feed, session, told } = related();
		assert.equal(fake.asks.length, 0);
		await feed.loadMore();
		assert.equal(fake.asks.length, 1);
		assert.deepEqual(told, ['loading', 'ready']);
		const expected = tenant.referrals.filter((each) => each.engagementId === engagementId);
		assert.deepEqual([...feed.ids].sort(), expected.map(({ id }) => id).sort());
		for (const id of feed.ids) assert.ok(session.store.get(id));
	});
	it('are held for as long as the page is open', async () => {
		const { feed, page, session } = related();
		await feed.loadMore();
		session.store.tidy();
		assert.equal(session.store.size, feed.ids.size);
		page.abort();
		session.store.tidy();
		assert.equal(session.store.size, 0);
	});
	it('end with the session', async () => {
		const { feed, fake, session, told } = related();
		session.end();
		await feed.loadMore();
		assert.equal(fake.asks.length + told.length, 0);
	});
});
