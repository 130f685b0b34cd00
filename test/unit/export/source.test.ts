import assert from 'node:assert/strict';
import { exportEntries } from '../../../src/export/entries.ts';
import { type ExportScope, exportSource } from '../../../src/export/source.ts';
import { Explorer } from '../../../src/listing/explorer.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { groupsOf } from '../../../src/referral/group.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { FakeSend, replied } from '../partner/fakeSend.ts';
import { matchesLoaded } from '../query/matches.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const service = sampleSend(tenant);

function exploring(query: Query = everything, send = service) {
	const fake = new FakeSend(send);
	const explorer = new Explorer(fake.client, query, () => {}, now.getTime());
	return { fake, explorer };
}

/** Loads all of an export, and says what came, by how many requests, and what it is called. */
async function exported({ fake, explorer }: ReturnType<typeof exploring>, scope: ExportScope) {
	const before = fake.asks.length;
	const source = exportSource(explorer, scope);
	for (const listing of source.listings) while (!listing.complete) await listing.loadMore();
	const entries = exportEntries(source.listings);
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

function nodeOf({ groups }: Explorer, key: string) {
	const all = groups.flatMap((node) => (node.kind === 'status' ? [node, ...node.groups] : [node]));
	return all.find((node) => node.key === key) ?? assert.fail(key);
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

	it('of a status asks for the status once', async () => {
		const stage = exploring();
		const { ids, requests, name } = await exported(stage, nodeOf(stage.explorer, 'Active'));
		assert.deepEqual(
			ids,
			idsOf(({ status }) => status === 'Active'),
		);
		assert.deepEqual([requests, name], [Math.ceil(ids.length / 100), 'Active']);
	});

	it('of a group goes on with what is loaded', async () => {
		const stage = exploring();
		const group = nodeOf(stage.explorer, 'Closed/Won');
		if (group.kind === 'group') await stage.explorer.listing(group).loadMore();
		const { ids, requests, name } = await exported(stage, group);
		assert.deepEqual(
			ids,
			idsOf(({ status, substatus }) => status === 'Closed' && substatus === 'Won'),
		);
		assert.deepEqual([requests, name], [Math.ceil(ids.length / 100) - 1, 'Closed-Won']);
	});

	it('of groups that are all loaded asks for nothing', async () => {
		const stage = exploring({ ...everything, status: 'New' });
		const status = nodeOf(stage.explorer, 'New');
		for (const group of status.kind === 'status' ? status.groups : [])
			while (!stage.explorer.listing(group).complete) await stage.explorer.listing(group).loadMore();
		const { ids, requests } = await exported(stage, status);
		assert.deepEqual([ids, requests], [idsOf((json) => json.status === 'New'), 0]);
	});

	it('has a referral once that is in two groups, and each unreadable element once', async () => {
		const value = [{ id: '1' }, { id: '2', status: 'New' }, 7, 7];
		const stage = exploring(everything, async () => replied(JSON.stringify({ value })));
		for (const node of stage.explorer.groups)
			for (const group of groupsOf(node)) await stage.explorer.listing(group).loadMore();
		const { ids, entries } = await exported(stage, 'query');
		assert.deepEqual([ids, entries.length], [['1', '2'], 4]);
	});

	it('has a referral once that two complete groups hold', async () => {
		const stage = exploring(everything, async () => replied(JSON.stringify({ value: [{ id: '1' }] })));
		for (const node of stage.explorer.groups)
			for (const group of groupsOf(node)) await stage.explorer.listing(group).loadMore();
		const { ids, requests } = await exported(stage, 'query');
		assert.deepEqual([ids, requests], [['1'], 0]);
	});
});
