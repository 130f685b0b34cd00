import assert from 'node:assert/strict';
import { Feed, type LoadAllWishes } from '../../../src/listing/feed.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { FakeSend, HeldSend, pageOf, replied } from '../partner/fakeSend.ts';
import { now } from '../sample/sampleAsk.ts';
import { listsOn } from './exploring.ts';

const down = new PartnerError('unreachable');

/** A feed and the states that it was in whenever it said that it changed. */
function feedOf(client: ReferralsClient) {
	const seen: string[] = [];
	const end = new AbortController();
	const lists = listsOn(client, end.signal);
	const changed = (of: Feed) => seen.push(`${of.state} ${idsOf(of)}`);
	const feed = new Feed(lists, { key: 'New/Pending' }, () => ({}), changed);
	return { feed, seen, store: lists.store, end: () => end.abort() };
}

function inTurn(...answers: readonly (Reply | PartnerError)[]) {
	const fake = FakeSend.inTurn(...answers);
	return { fake, ...feedOf(fake.client) };
}

function held() {
	const send = new HeldSend();
	return { send, ...feedOf(send.client) };
}

/** Loading all of one feed, which nobody else has a say in. */
function wishes(stop = new AbortController().signal): LoadAllWishes {
	return { stop, ready: async () => {}, arrived: () => {} };
}

/** Has the first page come. */
async function first(feed: Feed, send: HeldSend, page: Reply): Promise<void> {
	const loaded = feed.loadMore();
	await settle();
	send.answer(0, page);
	await loaded;
}

/** Lets everybody go on who can. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const idsOf = ({ ids }: Feed) => [...ids].join('');
const evil = replied({ value: [{ id: 'b' }], '@odata.nextLink': 'https://evil.example/?a' });

describe('a feed', () => {
	it('is idle until asked, and then for one page', async () => {
		const { feed, fake, seen } = inTurn(pageOf(['a'], 't'));
		assert.equal(feed.state, 'idle');
		await feed.refresh();
		await feed.retry();
		assert.equal(fake.asks.length, 0);
		await feed.loadMore();
		assert.deepEqual(seen, ['loading ', 'ready a']);
		assert.equal(feed.complete, false);
		assert.equal(fake.asks.length, 1);
	});

	it('loads page after page, until there are none', async () => {
		const { feed, fake, seen } = inTurn(pageOf(['a'], 't'), pageOf(['b']));
		for (let count = 0; count < 4; count++) await feed.loadMore();
		assert.deepEqual(seen, ['loading ', 'ready a', 'loading a', 'ready ab']);
		assert.ok(feed.complete);
		assert.equal(fake.asks.length, 2);
	});

	it('makes one request of many wishes at once', async () => {
		const { feed, send } = held();
		const all = [feed.loadMore(), feed.loadMore(), feed.loadMore()];
		await settle();
		send.answer(0, pageOf(['a'], 't'));
		await Promise.all(all);
		assert.equal(send.asks.length, 1);
		assert.equal(idsOf(feed), 'a');
	});

	describe('that fails', () => {
		it('says why, and retries the first page', async () => {
			const { feed, seen } = inTurn(down, pageOf(['a']));
			await feed.loadMore();
			assert.equal(feed.failure, down);
			assert.equal(feed.complete, false);
			await feed.retry();
			assert.equal(feed.failure, undefined);
			assert.deepEqual(seen, ['loading ', 'failed ', 'loading ', 'ready a']);
		});
		it('keeps its rows, and retries the next page', async () => {
			const { feed, fake } = inTurn(pageOf(['a'], 't'), down, pageOf(['b']));
			for (let count = 0; count < 2; count++) await feed.loadMore();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'failed a');
			await feed.retry();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready ab');
			assert.equal(fake.urls[1], fake.urls[2]);
		});
		it('may also be asked for more', async () => {
			const { feed } = inTurn(pageOf(['a'], 't'), down, pageOf(['b']));
			for (let count = 0; count < 3; count++) await feed.loadMore();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready ab');
		});
		it('starts over where the service forgot the page', async () => {
			const { feed, fake } = inTurn(pageOf(['a'], 't'), replied('', 400), pageOf(['c']));
			for (let count = 0; count < 2; count++) await feed.loadMore();
			assert.equal(feed.failure?.kind, 'pageRejected');
			assert.equal(idsOf(feed), 'a');
			await feed.retry();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready c');
			assert.equal(fake.urls[0], fake.urls[2]);
		});
		it('of an unexpected error is a defect', async () => {
			const fake = new FakeSend(() => {
				throw new TypeError('secret');
			});
			const { feed } = feedOf(fake.client);
			await feed.loadMore();
			assert.equal(feed.failure?.kind, 'defect');
			assert.equal(feed.failure?.message, 'defect TypeError');
		});
		it('because the way on was refused keeps the rows, stops, and starts over', async () => {
			const { feed, fake, seen } = inTurn(pageOf(['a'], 't'), evil, pageOf(['a'], 't'), pageOf(['b']));
			for (let count = 0; count < 4; count++) await feed.loadMore();
			assert.equal(`${feed.state} ${idsOf(feed)} ${feed.failure?.kind}`, 'failed ab linkRefused');
			assert.equal(fake.asks.length, 2);
			assert.equal(feed.complete, false);
			await feed.retry();
			assert.deepEqual(seen.slice(-2), ['loading ab', 'ready ab']);
			assert.ok(feed.complete);
			assert.equal(fake.urls[2], fake.urls[0]);
		});
		it('again in the same way stays failed', async () => {
			const { feed } = inTurn(evil, evil);
			await feed.loadMore();
			await feed.retry();
			assert.equal(`${feed.state} ${idsOf(feed)} ${feed.failure?.kind}`, 'failed b linkRefused');
		});
	});

	describe('that is refreshed', () => {
		it('fetches as deep as it was, and only then replaces its rows', async () => {
			const { feed, seen, fake } = inTurn(
				...[pageOf(['a'], 't'), pageOf(['b'], 'u')],
				...[pageOf(['c'], 'v'), pageOf(['d'], 'w'), pageOf(['e'])],
			);
			for (let count = 0; count < 2; count++) await feed.loadMore();
			await feed.refresh();
			assert.deepEqual(seen.slice(-2), ['loading ab', 'ready cd']);
			assert.equal(fake.asks.length, 4);
			await feed.loadMore();
			assert.equal(idsOf(feed), 'cde');
		});
		it('stops where the list has become shorter', async () => {
			const { feed, fake } = inTurn(pageOf(['a'], 't'), pageOf(['b'], 'u'), pageOf(['c']));
			for (let count = 0; count < 2; count++) await feed.loadMore();
			await feed.refresh();
			assert.equal(`${idsOf(feed)} ${feed.complete} ${fake.asks.length}`, 'c true 3');
		});
		it('keeps its rows when the way on is refused earlier than before', async () => {
			const { feed, fake } = inTurn(pageOf(['a'], 't'), pageOf(['b'], 'u'), evil);
			for (let count = 0; count < 2; count++) await feed.loadMore();
			await feed.refresh();
			assert.equal(`${feed.state} ${idsOf(feed)} ${fake.asks.length}`, 'failed ab 3');
			assert.equal(feed.failure?.kind, 'linkRefused');
		});
		it('keeps its rows when nothing but empty pages claim that there are more', async () => {
			const nothing = Array.from({ length: 20 }, (_, page) => pageOf([], `u${page}`));
			const { feed } = inTurn(pageOf(['a'], 't'), ...nothing, pageOf(['b'], 't'));
			await feed.loadMore();
			await feed.refresh();
			assert.equal(`${feed.state} ${idsOf(feed)} ${feed.failure?.kind}`, 'failed a chainBroken');
			await feed.retry();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready b');
		});
		it('keeps its rows when that fails, and retries to refresh', async () => {
			const { feed, fake } = inTurn(pageOf(['a'], 't'), down, pageOf(['b'], 'u'));
			await feed.loadMore();
			await feed.refresh();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'failed a');
			await feed.retry();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready b');
			assert.equal(fake.urls[2], fake.urls[0]);
		});
		it('after it failed at first, tries again', async () => {
			const { feed } = inTurn(down, pageOf(['a']));
			await feed.loadMore();
			await feed.refresh();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready a');
		});
		it('when complete, fetches anew', async () => {
			const { feed } = inTurn(pageOf(['a']), pageOf(['b']));
			await feed.loadMore();
			await feed.refresh();
			assert.equal(idsOf(feed), 'b');
		});
		it('while it loads, gives that up', async () => {
			const { feed, send, seen } = held();
			const loaded = feed.loadMore();
			await settle();
			const refreshed = feed.refresh();
			assert.equal(send.asks[0]?.signal.aborted, true);
			await settle();
			send.answer(1, pageOf(['b'], 't'));
			await Promise.all([loaded, refreshed]);
			assert.deepEqual(seen, ['loading ', 'loading ', 'loading ', 'ready b']);
		});
		it('twice at once, asks once', async () => {
			const { feed, send } = held();
			await first(feed, send, pageOf(['a'], 't'));
			const both = [feed.refresh(), feed.refresh()];
			await settle();
			send.answer(1, pageOf(['new'], 'u'));
			await Promise.all(both);
			assert.equal(send.asks.length, 2);
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready new');
		});
		it('goes by the new states at once, and by the new order at the end', async () => {
			const { feed, send, store } = held();
			await first(feed, send, pageOf(['a'], 't'));
			const second = feed.loadMore();
			await settle();
			send.answer(1, pageOf(['b'], 'u'));
			await second;
			const refreshed = feed.refresh();
			await settle();
			send.answer(
				2,
				replied({ value: [{ id: 'n' }, { id: 'a', status: 'Active' }], '@odata.nextLink': '?t=2' }),
			);
			await settle();
			assert.equal(idsOf(feed), 'ab');
			assert.equal(store.get('a')?.referral.status, 'Active');
			store.tidy();
			assert.ok(store.get('n'));
			send.answer(3, pageOf(['b']));
			await refreshed;
			assert.equal(idsOf(feed), 'nab');
		});
		it('and cancelled, stays as it was, and can go on', async () => {
			const { feed, send, store } = held();
			await first(feed, send, pageOf(['a'], 't'));
			const stop = new AbortController();
			const refreshed = feed.refresh('shown', stop.signal);
			await settle();
			stop.abort();
			await refreshed;
			assert.equal(`${feed.state} ${idsOf(feed)} ${feed.failure}`, 'ready a undefined');
			const loaded = feed.loadMore();
			await settle();
			send.answer(2, pageOf(['b']));
			await loaded;
			assert.equal(`${idsOf(feed)} ${store.size}`, 'ab 2');
		});
		it('and cancelled in the middle, keeps nothing of what had come of it', async () => {
			const { feed, send, store } = held();
			await first(feed, send, pageOf(['a'], 't'));
			const second = feed.loadMore();
			await settle();
			send.answer(1, pageOf(['b']));
			await second;
			const stop = new AbortController();
			const refreshed = feed.refresh('shown', stop.signal);
			await settle();
			send.answer(2, pageOf(['n'], 't'));
			await settle();
			stop.abort();
			await refreshed;
			store.tidy();
			assert.equal(`${idsOf(feed)} ${store.size} ${[...feed.held()].join('')}`, 'ab 2 ab');
		});
		it('by a wish that was cancelled before, disturbs nobody', async () => {
			const { feed, send } = held();
			const loaded = feed.loadMore();
			await settle();
			await feed.refresh('shown', AbortSignal.abort());
			assert.equal(send.asks[0]?.signal.aborted, false);
			send.answer(0, pageOf(['a']));
			await loaded;
			assert.equal(`${idsOf(feed)} ${send.asks.length}`, 'a 1');
		});
		it('keeps its rows when that fails after all came, and retries to refresh', async () => {
			const { feed } = inTurn(pageOf(['a']), down, pageOf(['b']));
			await feed.loadMore();
			await feed.refresh();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'failed a');
			await feed.retry();
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready b');
		});
		it('only at the first page, has the rest behind it as it was', async () => {
			const { feed, fake } = inTurn(
				...[pageOf(['a'], 't'), pageOf(['b'], 'u'), pageOf(['n', 'a'], 't'), pageOf(['c'])],
			);
			for (let count = 0; count < 2; count++) await feed.loadMore();
			await feed.refresh('first');
			assert.equal(`${idsOf(feed)} ${fake.asks.length} ${feed.pages} ${feed.complete}`, 'nab 3 2 false');
			await feed.loadMore();
			assert.equal(`${idsOf(feed)} ${feed.complete}`, 'nabc true');
			assert.match(fake.urls[3] ?? '', /skiptoken=u$/);
		});
		it('only at the first page, which is now the last, has no more than that', async () => {
			const { feed } = inTurn(pageOf(['a'], 't'), pageOf(['b'], 'u'), pageOf(['b']));
			for (let count = 0; count < 2; count++) await feed.loadMore();
			await feed.refresh('first');
			assert.equal(`${idsOf(feed)} ${feed.complete}`, 'b true');
		});
		it('only at the first page, whose way on is refused, goes on by the old one', async () => {
			const { feed } = inTurn(pageOf(['a'], 't'), pageOf(['c'], 'u'), evil, pageOf(['d']));
			for (let count = 0; count < 2; count++) await feed.loadMore();
			await feed.refresh('first');
			assert.equal(`${feed.state} ${idsOf(feed)}`, 'ready bac');
			await feed.loadMore();
			assert.equal(`${idsOf(feed)} ${feed.complete}`, 'bacd true');
		});
		it('lets nobody load more beside it', async () => {
			const { feed, send } = held();
			await first(feed, send, pageOf(['a'], 't'));
			const both = [feed.refresh(), feed.loadMore()];
			await settle();
			assert.equal(send.asks.length, 2);
			send.answer(1, pageOf(['b'], 'u'));
			await Promise.all(both);
			assert.equal(idsOf(feed), 'b');
			assert.equal(send.asks.length, 2);
		});
	});

	describe('that is loaded as a whole', () => {
		it('comes to its end', async () => {
			const { feed, seen } = inTurn(pageOf(['a'], 't'), pageOf(['b'], 'u'), pageOf(['c']));
			await feed.loadAll(wishes());
			assert.ok(feed.complete);
			assert.deepEqual(seen, ['loading ', 'loading a', 'loading ab', 'ready abc']);
		});
		it('comes behind what people wait for, and what they ask for themselves does not', async () => {
			const { feed, fake } = inTurn(
				pageOf(['a'], 't'),
				pageOf(['b'], 'u'),
				pageOf(['c'], 'v'),
				pageOf(['d']),
			);
			await feed.loadMore({ background: true });
			await feed.loadMore();
			await feed.loadAll(wishes());
			assert.deepEqual(
				fake.asks.map(({ background }) => background === true),
				[true, false, true, true],
			);
		});
		it('by two at once, asks for each page once', async () => {
			const { feed, fake } = inTurn(pageOf(['a'], 't'), pageOf(['b'], 'u'), pageOf(['c']));
			await Promise.all([feed.loadAll(wishes()), feed.loadMore(), feed.loadAll(wishes())]);
			assert.equal(`${idsOf(feed)} ${feed.complete} ${fake.asks.length}`, 'abc true 3');
		});
		it('by two at once, is not asked for again by the one where the other failed', async () => {
			const { feed, fake } = inTurn(pageOf(['a'], 't'), down);
			await Promise.all([feed.loadAll(wishes()), feed.loadAll(wishes()), feed.loadAll(wishes())]);
			assert.equal(`${feed.state} ${idsOf(feed)} ${fake.asks.length}`, 'failed a 2');
		});
		it('while somebody loads one page, waits for that, and looks what is left', async () => {
			const { feed, send } = held();
			const both = [feed.loadMore(), feed.loadAll(wishes())];
			await settle();
			assert.equal(send.asks.length, 1);
			send.answer(0, pageOf(['a']));
			await Promise.all(both);
			assert.equal(`${idsOf(feed)} ${send.asks.length}`, 'a 1');
		});
		it('goes on after a refresh', async () => {
			const { feed, send } = held();
			const all = feed.loadAll(wishes());
			await settle();
			const refreshed = feed.refresh();
			await settle();
			send.answer(1, pageOf(['b'], 't'));
			await refreshed;
			await settle();
			send.answer(2, pageOf(['c']));
			await all;
			assert.equal(`${idsOf(feed)} ${feed.complete} ${send.asks.length}`, 'bc true 3');
		});
		it('keeps what came when it is told to stop', async () => {
			const { feed, send } = held();
			const stop = new AbortController();
			const all = feed.loadAll(wishes(stop.signal));
			await settle();
			send.answer(0, pageOf(['a'], 't'));
			await settle();
			stop.abort();
			await all;
			assert.equal(`${feed.state} ${idsOf(feed)} ${send.asks.length}`, 'ready a 2');
		});
		it('stops at once while it waits for somebody who hangs', async () => {
			const { feed, send } = held();
			const stop = new AbortController();
			const more = feed.loadMore();
			const all = feed.loadAll(wishes(stop.signal));
			await settle();
			stop.abort();
			await all;
			assert.equal(`${feed.state} ${send.asks.length}`, 'loading 1');
			send.answer(0, pageOf(['a'], 't'));
			await more;
			assert.equal(`${feed.state} ${idsOf(feed)} ${send.asks.length}`, 'ready a 1');
		});
		it('after its way on was refused, starts over', async () => {
			const { feed, fake } = inTurn(evil, pageOf(['a'], 't'), pageOf(['b']));
			await feed.loadMore();
			await feed.loadAll(wishes());
			assert.equal(`${idsOf(feed)} ${feed.complete} ${fake.asks.length}`, 'ab true 3');
		});
		it('after its way on was refused, but told to stop before, disturbs nobody', async () => {
			const { feed, fake } = inTurn(evil);
			await feed.loadMore();
			await feed.loadAll(wishes(AbortSignal.abort()));
			assert.equal(`${feed.state} ${feed.failure?.kind} ${fake.asks.length}`, 'failed linkRefused 1');
		});
	});

	it('asks by what is asked for at the time', async () => {
		const fake = FakeSend.inTurn(pageOf(['a'], 't'), pageOf(['b']));
		let day = 1;
		const feed = new Feed(
			listsOn(fake.client),
			{ key: 'k' },
			() => ({ filter: `d ${day}` }),
			() => {},
		);
		day = 2;
		await feed.loadMore();
		day = 3;
		await feed.refresh();
		assert.equal(feed.filter, 'd 3');
		assert.deepEqual(
			fake.urls.map((url) => url.slice(-1)),
			['2', '3'],
		);
	});

	it('knows when the service was heard last', async () => {
		const { feed } = inTurn(down, pageOf(['a']));
		await feed.loadMore();
		assert.equal(feed.asOf, undefined);
		await feed.loadMore();
		assert.equal(feed.asOf, now.getTime());
	});

	describe('whose query or session ended', () => {
		it('stops what is going on, and never changes again', async () => {
			const { feed, send, seen, end } = held();
			const loaded = feed.loadMore();
			await settle();
			end();
			await loaded;
			assert.deepEqual(seen, ['loading ']);
			send.answer(0, pageOf(['a']));
			await settle();
			assert.equal(`${idsOf(feed)} ${seen.length}`, ' 1');
		});
		for (let moments = 0; moments < 12; moments++)
			it(`${moments} moments after an answer came, tells nothing any more, and takes all of it or nothing`, async () => {
				const { feed, send, seen, end, store } = held();
				let arrived = 0;
				const all = feed.loadAll({ ...wishes(), arrived: () => arrived++ });
				await settle();
				send.answer(0, pageOf(['a', 'b'], 't'));
				for (let moment = 0; moment < moments; moment++) await undefined;
				end();
				const atEnd = [seen.length, arrived, store.size];
				await all;
				assert.deepEqual([seen.length, arrived, store.size], atEnd);
				assert.equal(feed.ids.size, store.size);
			});
		it('asks for nothing any more', async () => {
			const { feed, fake, seen, end } = inTurn(pageOf(['a'], 't'));
			await feed.loadMore();
			end();
			await feed.loadMore();
			await feed.loadAll(wishes());
			await feed.refresh();
			await feed.retry();
			assert.equal(fake.asks.length, 1);
			assert.deepEqual(seen, ['loading ', 'ready a']);
		});
		it('before it was asked for anything, asks for nothing', async () => {
			const { feed, fake, seen, end } = inTurn();
			end();
			await feed.loadMore();
			assert.equal(fake.asks.length, 0);
			assert.deepEqual(seen, []);
		});
		it('after a failure, asks for nothing', async () => {
			const { feed, fake, end } = inTurn(down);
			await feed.loadMore();
			end();
			await feed.retry();
			assert.equal(fake.asks.length, 1);
		});
		it('is held by the store no more', async () => {
			const { feed, store, end } = inTurn(pageOf(['a']));
			await feed.loadMore();
			store.tidy();
			assert.equal(store.size, 1);
			end();
			store.tidy();
			assert.equal(store.size, 0);
		});
	});

	it('shows what it could not read', async () => {
		const { feed } = inTurn(replied({ value: [{ id: 'a' }, 7, {}] }));
		await feed.loadMore();
		assert.deepEqual(
			feed.unreadable.map(({ json }) => json),
			[7, {}],
		);
		assert.equal(`${idsOf(feed)} ${feed.received} ${feed.complete}`, 'a 3 true');
	});
});
