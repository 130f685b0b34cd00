import assert from 'node:assert/strict';
import { Explorer } from '../../../src/listing/explorer.ts';
import { neighboursOf } from '../../../src/listing/neighbours.ts';
import { relatedListing } from '../../../src/listing/relatedListing.ts';
import { everything } from '../../../src/query/query.ts';
import { type Group, groupsOf } from '../../../src/referral/group.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { FakeSend } from '../partner/fakeSend.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const exploring = (query = everything) =>
	new Explorer(new FakeSend(sampleSend(tenant)).client, query, () => {}, now.getTime());

function groupOf({ groups }: Explorer, key: string): Group {
	const all = groups.flatMap(groupsOf);
	return all.find((group) => group.key === key) ?? assert.fail(key);
}

describe('the neighbours of a referral', () => {
	it('are those beside it in its listing', async () => {
		const explorer = exploring();
		const listing = explorer.listing(groupOf(explorer, 'New/Pending'));
		await listing.loadMore();
		const [first, second, third] = listing.rows;
		const around = neighboursOf(explorer, second?.referral.id ?? '');
		assert.equal(around?.previous, first);
		assert.equal(around?.next, third);
		assert.equal(around?.more, false);
		assert.equal(neighboursOf(explorer, first?.referral.id ?? '')?.previous, undefined);
	});
	it('may follow with the next page, until the listing is complete', async () => {
		const explorer = exploring();
		const listing = explorer.listing(groupOf(explorer, 'New/Received'));
		await listing.loadMore();
		const last = () => neighboursOf(explorer, listing.rows.at(-1)?.referral.id ?? '');
		assert.deepEqual([last()?.next, last()?.more], [undefined, true]);
		while (!listing.complete) await listing.loadMore();
		assert.deepEqual([last()?.next, last()?.more], [undefined, false]);
	});
	it('are none of a referral that is not loaded, or that conditions leave out', async () => {
		const explorer = exploring({ ...everything, text: 'no such customer' });
		assert.equal(neighboursOf(explorer, 'r1'), undefined);
		const listing = explorer.listing(groupOf(explorer, 'New/Pending'));
		await listing.loadMore();
		assert.equal(neighboursOf(explorer, listing.loaded[0]?.referral.id ?? ''), undefined);
	});
});

describe('the referrals of an engagement', () => {
	it('are all of it, whatever their status, by one request', async () => {
		const [sibling] = tenant.referrals.filter(({ engagementId, id }) =>
			tenant.referrals.some((other) => other.engagementId === engagementId && other.id !== id),
		);
		assert.ok(sibling);
		const fake = new FakeSend(sampleSend(tenant));
		let changes = 0;
		const listing = relatedListing(fake.client, sibling.engagementId, () => changes++);
		assert.equal(fake.asks.length, 0);
		await listing.loadMore();
		assert.equal(fake.asks.length, 1);
		assert.ok(changes >= 2);
		const expected = tenant.referrals.filter(({ engagementId }) => engagementId === sibling.engagementId);
		assert.deepEqual(
			listing.rows.map(({ referral }) => referral.id).sort(),
			expected.map(({ id }) => id).sort(),
		);
	});
});
