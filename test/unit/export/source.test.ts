import assert from 'node:assert/strict';
import { exportEntries } from '../../../src/export/entries.ts';
import { type ExportScope, exportSource } from '../../../src/export/source.ts';
import { otherKey } from '../../../src/listing/arranging/byStatus.ts';
import { wide } from '../../../src/listing/arranging/partition.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { pairs } from '../../../src/referral/pair.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { exploringOn, feedIn, loadWhole } from '../listing/exploring.ts';
import { FakeSend, replied } from '../partner/fakeSend.ts';
import { matchesLoaded } from '../query/matches.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const service = sampleSend(tenant);

function exploring(query: Query = everything, send = service) {
	const fake = new FakeSend(send);
	return { fake, ...exploringOn(fake.client, query) };
}

/** Loads all of an export, and says what came, by how many requests, and what it is called. */
async function exported({ fake, exploration }: ReturnType<typeof exploring>, scope: ExportScope) {
	const before = fake.asks.length;
	const source = exportSource(exploration, scope, () => now.getTime());
	for (const feed of source.feeds) if (!feed.complete) await loadWhole(feed);
	const entries = exportEntries(source);
	source.dispose();
	const ids = entries.flatMap((entry) => (entry.kind === 'received' ? entry.referral.id : [])).sort();
	return { ids, entries, requests: fake.asks.length - before, name: source.name.join('-') };
}

function idsOf(holds: (json: (typeof tenant.referrals)[number]) => boolean): readonly string[] {
	return tenant.referrals
		.filter(holds)
		.map(({ id }) => id)
		.sort();
}

describe('an export', () => {
	it('of everything takes as many requests as there are pages', async () => {
		const { ids, requests, name } = await exported(exploring(), 'everything');
		assert.deepEqual(
			ids,
			idsOf(() => true),
		);
		assert.deepEqual([requests, name], [Math.ceil(ids.length / 100), 'all']);
	});

	it('of everything leaves the filter out', async () => {
		const { ids } = await exported(exploring({ ...everything, status: 'New', text: 'nobody' }), 'everything');
		assert.equal(ids.length, tenant.referrals.length);
	});

	it('of everything, beside a filter, leaves nothing behind', async () => {
		const stage = exploring({ ...everything, status: 'New' });
		await exported(stage, 'everything');
		stage.session.store.tidy();
		assert.equal(stage.session.store.size, 0);
		assert.equal(stage.exploration.signal.aborted, false);
	});

	it('of a query has what it finds, under a name without words of it', async () => {
		const query: Query = { ...everything, status: 'Closed', substatus: 'Won', text: 'for' };
		const { ids, name } = await exported(exploring(query), 'query');
		assert.ok(ids.length > 0);
		const holds = (json: object) => matchesLoaded(query, received(json), now.getTime());
		assert.deepEqual(
			ids,
			idsOf((json) => json.status === 'Closed' && json.substatus === 'Won' && holds(json)),
		);
		assert.equal(name, 'Closed-Won');
		assert.equal((await exported(exploring({ ...everything, text: 'for' }), 'query')).name, 'filtered');
	});

	it('of a status asks for its pairs', async () => {
		const { ids, requests, name } = await exported(exploring(), { branch: 'Closed' });
		const known = pairs.filter(({ status }) => status === 'Closed').map(({ substatus }) => `${substatus}`);
		assert.deepEqual(
			ids,
			idsOf(({ status, substatus }) => status === 'Closed' && known.includes(`${substatus}`)),
		);
		assert.deepEqual([requests, name], [5 + 4 + 1 + 1, 'Closed']);
	});

	it('of a branch goes on with what is loaded', async () => {
		const stage = exploring();
		await feedIn(stage.exploration, 'Closed/Won').loadMore();
		const { ids, requests, name } = await exported(stage, { branch: 'Closed/Won' });
		assert.deepEqual(
			ids,
			idsOf(({ status, substatus }) => status === 'Closed' && substatus === 'Won'),
		);
		assert.deepEqual([requests, name], [Math.ceil(ids.length / 100) - 1, 'Closed-Won']);
	});

	it('of what fits no pair asks for everything', async () => {
		const { ids, requests, name } = await exported(exploring(), { branch: otherKey });
		assert.deepEqual(
			ids,
			idsOf(({ status, substatus }) => pairs.every(({ key }) => key !== `${status}/${substatus}`)),
		);
		assert.deepEqual([requests, name], [25, 'other']);
	});

	it('of branches that are all loaded asks for nothing', async () => {
		const stage = exploring({ ...everything, status: 'New' });
		for (const feed of stage.exploration.feedsIn('New')) await loadWhole(feed);
		const { ids, requests } = await exported(stage, { branch: 'New' });
		assert.deepEqual(
			[ids, requests],
			[idsOf((json) => json.status === 'New' && json.substatus !== 'Accepted'), 0],
		);
	});

	it('of a branch of which everything came by the list of everything asks for nothing', async () => {
		const stage = exploring();
		await loadWhole(feedIn(stage.exploration, wide));
		for (const branch of ['Closed/Won', 'Closed', otherKey])
			assert.equal((await exported(stage, { branch })).requests, 0);
		assert.equal((await exported(stage, { branch: 'Closed/Won' })).ids.length, 480);
	});

	it('has a referral once that is in two lists, and each unreadable element once', async () => {
		const value = [{ id: '1' }, { id: '2', status: 'New' }, 7, 7];
		const stage = exploring(everything, async () => replied(JSON.stringify({ value })));
		for (const { key } of stage.exploration.partitions) await feedIn(stage.exploration, key).loadMore();
		const { ids, entries } = await exported(stage, 'query');
		assert.deepEqual([ids, entries.length], [['1', '2'], 4]);
	});

	it('has a referral once that two complete lists have', async () => {
		const stage = exploring(everything, async () => replied(JSON.stringify({ value: [{ id: '1' }] })));
		for (const { key } of stage.exploration.partitions) await feedIn(stage.exploration, key).loadMore();
		const { ids, requests } = await exported(stage, 'query');
		assert.deepEqual([ids, requests], [['1'], 0]);
	});

	it('has the newest state, whichever list or answer brought it', async () => {
		const pending = { id: '1', status: 'New', substatus: 'Pending', updatedDateTime: '2026-01-01T00:00:00Z' };
		const stage = exploring(everything, async () => replied({ value: [pending] }));
		await feedIn(stage.exploration, 'New/Pending').loadMore();
		const won = { ...pending, status: 'Closed', substatus: 'Won', updatedDateTime: '2026-01-02T00:00:00Z' };
		stage.session.store.put([received(won)], { whole: true });
		const { entries } = await exported(stage, 'query');
		assert.deepEqual(
			entries.map(({ json }) => json),
			[won],
		);
		assert.deepEqual((await exported(stage, { branch: 'New/Pending' })).ids, []);
	});

	it('whose session ended meanwhile has nothing', async () => {
		const stage = exploring();
		await feedIn(stage.exploration, 'Closed/Won').loadMore();
		const source = exportSource(stage.exploration, { branch: 'Closed/Won' }, () => now.getTime());
		assert.equal(exportEntries(source).length, 100);
		stage.session.end();
		assert.equal(exportEntries(source).length, 0);
	});
});
