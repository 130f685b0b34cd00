import assert from 'node:assert/strict';
import { Listing } from '../../../src/listing/listing.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import type { Reply } from '../../../src/partner/send.ts';
import type { Group } from '../../../src/referral/group.ts';
import { FakeSend, HeldSend, pageOf, replied } from '../partner/fakeSend.ts';

const group: Group = { kind: 'group', key: 'New/Pending', holds: () => true };
const down = new PartnerError('unreachable');

/** A listing and the states that it was in whenever it said that it changed. */
function listingOf(client: ReferralsClient): { listing: Listing; seen: string[] } {
	const seen: string[] = [];
	const listing: Listing = new Listing(client, group, {}, () =>
		seen.push(`${listing.state} ${idsOf(listing)}`),
	);
	return { listing, seen };
}

function inTurn(...answers: readonly (Reply | PartnerError)[]) {
	const fake = FakeSend.inTurn(...answers);
	return { fake, ...listingOf(fake.client) };
}

function held() {
	const send = new HeldSend();
	return { send, ...listingOf(send.client) };
}

const idsOf = ({ rows }: Listing) => rows.map(({ referral }) => referral.id).join('');
const evil = replied({ value: [{ id: 'b' }], '@odata.nextLink': 'https://evil.example/?a' });

describe('a listing', () => {
	it('is idle until asked, and then for one page', async () => {
		const { listing, fake, seen } = inTurn(pageOf(['a'], 't'));
		assert.equal(listing.state, 'idle');
		await listing.refresh();
		await listing.retry();
		assert.equal(fake.asks.length, 0);
		await listing.loadMore();
		assert.deepEqual(seen, ['loading ', 'ready a']);
		assert.equal(listing.complete, false);
		assert.equal(fake.asks.length, 1);
	});

	it('loads page after page, until there are none', async () => {
		const { listing, fake, seen } = inTurn(pageOf(['a'], 't'), pageOf(['b']));
		for (let count = 0; count < 4; count++) await listing.loadMore();
		assert.deepEqual(seen, ['loading ', 'ready a', 'loading a', 'ready ab']);
		assert.ok(listing.complete);
		assert.equal(fake.asks.length, 2);
	});

	it('makes one request of many wishes at once', async () => {
		const { listing, send } = held();
		const wishes = [listing.loadMore(), listing.loadMore(), listing.loadMore()];
		send.answer(0, pageOf(['a'], 't'));
		await Promise.all(wishes);
		assert.equal(send.asks.length, 1);
		assert.equal(idsOf(listing), 'a');
	});

	describe('that fails', () => {
		it('says why, and retries the first page', async () => {
			const { listing, seen } = inTurn(down, pageOf(['a']));
			await listing.loadMore();
			assert.equal(listing.failure, down);
			assert.equal(listing.complete, false);
			await listing.retry();
			assert.equal(listing.failure, undefined);
			assert.deepEqual(seen, ['loading ', 'failed ', 'loading ', 'ready a']);
		});
		it('keeps its rows, and retries the next page', async () => {
			const { listing, fake } = inTurn(pageOf(['a'], 't'), down, pageOf(['b']));
			for (let count = 0; count < 2; count++) await listing.loadMore();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'failed a');
			await listing.retry();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'ready ab');
			assert.equal(fake.urls[1], fake.urls[2]);
		});
		it('may also be asked for more', async () => {
			const { listing } = inTurn(pageOf(['a'], 't'), down, pageOf(['b']));
			for (let count = 0; count < 3; count++) await listing.loadMore();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'ready ab');
		});
		it('starts over where the service forgot the page', async () => {
			const { listing, fake } = inTurn(pageOf(['a'], 't'), replied('', 400), pageOf(['c']));
			for (let count = 0; count < 2; count++) await listing.loadMore();
			assert.equal(listing.failure?.kind, 'pageRejected');
			assert.equal(idsOf(listing), 'a');
			await listing.retry();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'ready c');
			assert.equal(fake.urls[0], fake.urls[2]);
		});
		it('of an unexpected error is a defect', async () => {
			const fake = new FakeSend(() => {
				throw new TypeError('secret');
			});
			const { listing } = listingOf(fake.client);
			await listing.loadMore();
			assert.equal(listing.failure?.kind, 'defect');
			assert.equal(listing.failure?.message, 'defect TypeError');
		});
		it('because the way on was refused keeps the rows, stops, and starts over', async () => {
			const { listing, fake, seen } = inTurn(pageOf(['a'], 't'), evil, pageOf(['a'], 't'), pageOf(['b']));
			for (let count = 0; count < 4; count++) await listing.loadMore();
			assert.equal(`${listing.state} ${idsOf(listing)} ${listing.failure?.kind}`, 'failed ab linkRefused');
			assert.equal(fake.asks.length, 2);
			assert.equal(listing.complete, false);
			await listing.retry();
			assert.deepEqual(seen.slice(-2), ['loading ab', 'ready ab']);
			assert.ok(listing.complete);
			assert.equal(fake.urls[2], fake.urls[0]);
		});
		it('again in the same way stays failed', async () => {
			const { listing } = inTurn(evil, evil);
			await listing.loadMore();
			await listing.retry();
			assert.equal(`${listing.state} ${idsOf(listing)} ${listing.failure?.kind}`, 'failed b linkRefused');
		});
	});

	describe('that is refreshed', () => {
		it('fetches as deep as it was, and only then replaces its rows', async () => {
			const { listing, seen, fake } = inTurn(
				...[pageOf(['a'], 't'), pageOf(['b'], 'u')],
				...[pageOf(['c'], 'v'), pageOf(['d'], 'w'), pageOf(['e'])],
			);
			for (let count = 0; count < 2; count++) await listing.loadMore();
			await listing.refresh();
			assert.deepEqual(seen.slice(-2), ['loading ab', 'ready cd']);
			assert.equal(fake.asks.length, 4);
			await listing.loadMore();
			assert.equal(idsOf(listing), 'cde');
		});
		it('stops where the list has become shorter', async () => {
			const { listing, fake } = inTurn(pageOf(['a'], 't'), pageOf(['b'], 'u'), pageOf(['c']));
			for (let count = 0; count < 2; count++) await listing.loadMore();
			await listing.refresh();
			assert.equal(`${idsOf(listing)} ${listing.complete} ${fake.asks.length}`, 'c true 3');
		});
		it('keeps its rows when the way on is refused earlier than before', async () => {
			const { listing, fake } = inTurn(pageOf(['a'], 't'), pageOf(['b'], 'u'), evil);
			for (let count = 0; count < 2; count++) await listing.loadMore();
			await listing.refresh();
			assert.equal(`${listing.state} ${idsOf(listing)} ${fake.asks.length}`, 'failed ab 3');
			assert.equal(listing.failure?.kind, 'linkRefused');
		});
		it('keeps its rows when an empty page claims that there are more', async () => {
			const { listing } = inTurn(pageOf(['a'], 't'), pageOf([], 'u'), pageOf(['b'], 't'));
			await listing.loadMore();
			await listing.refresh();
			assert.equal(`${listing.state} ${idsOf(listing)} ${listing.failure?.kind}`, 'failed a chainBroken');
			await listing.retry();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'ready b');
		});
		it('keeps its rows when that fails, and retries to refresh', async () => {
			const { listing, fake } = inTurn(pageOf(['a'], 't'), down, pageOf(['b'], 'u'));
			await listing.loadMore();
			await listing.refresh();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'failed a');
			await listing.retry();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'ready b');
			assert.equal(fake.urls[2], fake.urls[0]);
		});
		it('after it failed at first, tries again', async () => {
			const { listing } = inTurn(down, pageOf(['a']));
			await listing.loadMore();
			await listing.refresh();
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'ready a');
		});
		it('when complete, fetches anew', async () => {
			const { listing } = inTurn(pageOf(['a']), pageOf(['b']));
			await listing.loadMore();
			await listing.refresh();
			assert.equal(idsOf(listing), 'b');
		});
		it('while it loads, gives that up', async () => {
			const { listing, send, seen } = held();
			const loaded = listing.loadMore();
			const refreshed = listing.refresh();
			assert.equal(send.asks[0]?.signal.aborted, true);
			send.answer(1, pageOf(['b'], 't'));
			await Promise.all([loaded, refreshed]);
			assert.deepEqual(seen, ['loading ', 'loading ', 'ready b']);
		});
		it('twice, shows what the last request brought', async () => {
			const { listing, send } = held();
			const loaded = listing.loadMore();
			send.answer(0, pageOf(['a'], 't'));
			await loaded;
			const both = [listing.refresh(), listing.refresh()];
			send.answer(2, pageOf(['new'], 'u'));
			send.answer(1, pageOf(['old'], 'v'));
			await Promise.all(both);
			assert.equal(`${listing.state} ${idsOf(listing)}`, 'ready new');
		});
		it('lets nobody load more beside it', async () => {
			const { listing, send } = held();
			const loaded = listing.loadMore();
			send.answer(0, pageOf(['a'], 't'));
			await loaded;
			const wishes = [listing.refresh(), listing.loadMore()];
			assert.equal(send.asks.length, 2);
			send.answer(1, pageOf(['b'], 'u'));
			await Promise.all(wishes);
			assert.equal(idsOf(listing), 'b');
			assert.equal(send.asks.length, 2);
		});
	});

	describe('that is disposed of', () => {
		it('stops what is going on, and never changes again', async () => {
			const { listing, send, seen } = held();
			const loaded = listing.loadMore();
			listing.dispose();
			assert.equal(send.asks[0]?.signal.aborted, true);
			await loaded;
			assert.deepEqual(seen, ['loading ']);
		});
		it('asks for nothing any more', async () => {
			const { listing, fake, seen } = inTurn(pageOf(['a'], 't'));
			await listing.loadMore();
			listing.dispose();
			await listing.loadMore();
			await listing.refresh();
			await listing.retry();
			assert.equal(fake.asks.length, 1);
			assert.deepEqual(seen, ['loading ', 'ready a']);
		});
		it('before it was asked for anything, asks for nothing', async () => {
			const { listing, fake, seen } = inTurn();
			listing.dispose();
			await listing.loadMore();
			assert.equal(fake.asks.length, 0);
			assert.deepEqual(seen, []);
		});
		it('after a failure, asks for nothing', async () => {
			const { listing, fake } = inTurn(down);
			await listing.loadMore();
			listing.dispose();
			await listing.retry();
			assert.equal(fake.asks.length, 1);
		});
	});

	it('shows what it could not read', async () => {
		const { listing } = inTurn(replied({ value: [{ id: 'a' }, 7, {}] }));
		await listing.loadMore();
		assert.deepEqual(
			listing.unreadable.map(({ json }) => json),
			[7, {}],
		);
		assert.equal(`${idsOf(listing)} ${listing.received} ${listing.complete}`, 'a 3 true');
	});
});
