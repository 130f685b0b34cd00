import assert from 'node:assert/strict';
import { type Count, Explorer } from '../../../src/listing/explorer.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import { everything } from '../../../src/query/query.ts';
import { type Group, groupsOf } from '../../../src/referral/group.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { endpoint, FakeSend, pageOf, replied } from '../partner/fakeSend.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const service = sampleSend(tenant);

function exploring(query = everything) {
	const fake = new FakeSend(service);
	const changes: string[] = [];
	const explorer = new Explorer(fake.client, query, ({ key }) => changes.push(key), now.getTime());
	return { fake, changes, explorer };
}

function groupOf({ groups }: Explorer, key: string): Group {
	const all = groups.flatMap(groupsOf);
	return all.find((group) => group.key === key) ?? assert.fail(key);
}

async function loadAll(explorer: Explorer, key: string): Promise<void> {
	const listing = explorer.listing(groupOf(explorer, key));
	do await listing.loadMore();
	while (!listing.complete);
}

const shown = (count: Count | undefined) => count && `${count.loaded}${count.complete ? '' : '+'}`;

describe('the explorer', () => {
	it('requests nothing by itself', async () => {
		const { explorer, fake, changes } = exploring();
		for (const node of explorer.groups) assert.equal(explorer.count(node), undefined);
		explorer.listing(groupOf(explorer, 'New/Pending'));
		assert.equal(explorer.find('anything'), undefined);
		await explorer.refresh();
		assert.equal(fake.asks.length + changes.length, 0);
	});

	it('keeps one listing for a group, and says what changed', async () => {
		const { explorer, fake, changes } = exploring();
		const group = groupOf(explorer, 'Closed/Won');
		assert.equal(explorer.listing(group), explorer.listing(group));
		await explorer.listing(group).loadMore();
		assert.deepEqual(changes, ['Closed/Won', 'Closed/Won']);
		assert.equal(fake.asks.length, 1);
		assert.match(fake.urls[0] ?? '', /status%20eq%20'Closed'%20and%20substatus%20eq%20'Won'/);
	});

	it('knows the status above a group', () => {
		const { explorer } = exploring();
		assert.equal(explorer.parentOf(groupOf(explorer, 'Closed/Won'))?.key, 'Closed');
		assert.equal(explorer.parentOf(groupOf(explorer, 'New/other'))?.key, 'New');
		assert.equal(explorer.parentOf(groupOf(explorer, 'other')), undefined);
	});

	describe('counts', () => {
		const counts = (key: string, pages: number, count: string) =>
			it(`${key} after ${pages} pages: ${count}`, async () => {
				const { explorer } = exploring();
				const group = groupOf(explorer, key);
				for (let page = 0; page < pages; page++) await explorer.listing(group).loadMore();
				assert.equal(shown(explorer.count(group)), count);
			});

		counts('New/Pending', 1, '100+');
		counts('New/Pending', 8, '760');
		counts('Closed/Lost', 3, '300+');
		counts('Closed/Lost', 4, '343');
		counts('Closed/Expired', 1, '100');
		counts('Closed/Declined', 1, '0');
		counts('Active/other', 7, '5');
		counts('other', 25, '5');

		it('a status once all of it is known', async () => {
			const { explorer } = exploring();
			const [status = assert.fail()] = explorer.groups;
			await loadAll(explorer, 'New/Pending');
			assert.equal(shown(explorer.count(status)), '760+');
			await loadAll(explorer, 'New/Received');
			assert.equal(shown(explorer.count(status)), '920+');
			await loadAll(explorer, 'New/other');
			assert.equal(shown(explorer.count(status)), '924');
		});
		it('every referral once', async () => {
			const { explorer } = exploring();
			const ids: string[] = [];
			for (const node of explorer.groups)
				for (const { key } of groupsOf(node)) {
					await loadAll(explorer, key);
					ids.push(...explorer.listing(groupOf(explorer, key)).rows.map(({ referral }) => referral.id));
				}
			assert.deepEqual(ids.sort(), tenant.referrals.map(({ id }) => id).sort());
		});
		it('nothing when nothing came but a failure', async () => {
			const explorer = new Explorer(
				FakeSend.inTurn(new PartnerError('timedOut')).client,
				everything,
				() => {},
			);
			const group = groupOf(explorer, 'other');
			await explorer.listing(group).loadMore();
			assert.equal(explorer.count(group), undefined);
		});
		it('what is known although the way on was refused', async () => {
			const page = replied({
				value: [{ id: 'a', status: 'Old' }],
				'@odata.nextLink': 'https://evil.example?a',
			});
			const explorer = new Explorer(FakeSend.inTurn(page).client, everything, () => {});
			const group = groupOf(explorer, 'other');
			await explorer.listing(group).loadMore();
			assert.equal(shown(explorer.count(group)), '1+');
		});
	});

	it('finds what is loaded', async () => {
		const { explorer } = exploring();
		const expired = tenant.referrals.filter(
			({ status, substatus }) => `${status}/${substatus}` === 'Closed/Expired',
		);
		await loadAll(explorer, 'Closed/Expired');
		const { id = '' } = expired[50] ?? {};
		const found = explorer.find(id) ?? assert.fail();
		assert.equal(found.group.key, 'Closed/Expired');
		assert.equal(found.row.referral.id, id);
	});

	it('refreshes what was loaded, one request after the other', async () => {
		let [open, most] = [0, 0];
		const client = new ReferralsClient(async (ask) => {
			most = Math.max(most, ++open);
			const reply = await service(ask);
			open--;
			return reply;
		}, endpoint);
		const explorer = new Explorer(client, everything, () => {});
		for (const key of ['New/Pending', 'Closed/Won', 'other'])
			for (let page = 0; page < 2; page++) await explorer.listing(groupOf(explorer, key)).loadMore();
		await explorer.refresh();
		assert.equal(most, 1);
		assert.equal(shown(explorer.count(groupOf(explorer, 'New/Pending'))), '200+');
	});

	it('that was disposed of has nothing going on', async () => {
		const fake = new FakeSend(() => pageOf(['a'], 't'));
		const changes: string[] = [];
		const explorer = new Explorer(fake.client, everything, ({ key }) => changes.push(key), now.getTime());
		const listing = explorer.listing(groupOf(explorer, 'other'));
		await listing.loadMore();
		const refreshed = explorer.refresh();
		explorer.dispose();
		await refreshed;
		await listing.loadMore();
		await explorer.refresh();
		assert.equal(fake.asks.length, 2);
		assert.deepEqual(changes, ['other', 'other', 'other']);
	});
});
