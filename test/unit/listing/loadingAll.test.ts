import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { Feed } from '../../../src/listing/feed.ts';
import { LoadingAll } from '../../../src/listing/loadingAll.ts';
import type { ReferralStore } from '../../../src/listing/store.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { FakeSend, pageOf } from '../partner/fakeSend.ts';
import { listsOn } from './exploring.ts';

/** A service of chains of pages with one referral each, whose names are their filters. */
class Chains {
	readonly asked: string[] = [];
	readonly changes: string[] = [];
	readonly feeds: readonly Feed[];
	/** How many requests were going on at once, at the most, since it was last set. */
	most = 0;
	readonly store: ReferralStore;
	fails: (page: string) => boolean = () => false;
	#now = 0;

	constructor(...lengths: readonly number[]) {
		const fake = new FakeSend(({ url }) => this.#answer(url, lengths));
		const lists = listsOn(fake.client);
		this.feeds = lengths.map((_, index) => {
			const changed = ({ ids }: Feed) => this.changes.push(`${index} ${ids.size}`);
			return new Feed(lists, { key: `${index}` }, () => ({ filter: `${index}` }), changed);
		});
		this.store = lists.store;
	}

	get rows(): readonly number[] {
		return this.feeds.map(({ ids }) => ids.size);
	}

	async #answer(url: string, lengths: readonly number[]): Promise<Reply> {
		const [chain = 0, page = 0] = (/[^=]*$/.exec(url)?.[0] ?? '').split('.').map(Number);
		this.asked.push(`${chain}.${page}`);
		this.most = Math.max(this.most, ++this.#now);
		await after(1);
		this.#now--;
		if (this.fails(`${chain}.${page}`)) throw new PartnerError('unreachable');
		return pageOf(
			[`${chain}.${page}`],
			page + 1 < (lengths[chain] ?? 0) ? `${chain}.${page + 1}` : undefined,
		);
	}
}

interface Wishes {
	stop?: AbortSignal;
	ceiling?: number;
	held?: () => number;
	progressed?: (loading: LoadingAll) => void;
	mayGoOn?: (referrals: number) => Promise<boolean>;
}

function loadingOf({ feeds, store }: Chains, wishes: Wishes = {}): LoadingAll {
	return new LoadingAll(feeds, {
		stop: new AbortController().signal,
		progressed: () => {},
		held: () => store.size,
		ceiling: Number.POSITIVE_INFINITY,
		mayGoOn: async () => assert.fail('Nobody should be asked.'),
		...wishes,
	});
}

describe('loading all', () => {
	it('loads every page of every feed, each once, and tells of each', async () => {
		const chains = new Chains(3, 1, 5, 2, 4, 1);
		const told: number[] = [];
		const loading = loadingOf(chains, { progressed: ({ pages }) => told.push(pages) });
		await loading.run();
		assert.deepEqual(chains.rows, [3, 1, 5, 2, 4, 1]);
		assert.equal(new Set(chains.asked).size, 16);
		assert.equal(chains.asked.length, 16);
		assert.deepEqual(
			told,
			Array.from({ length: 16 }, (_, index) => index + 1),
		);
		assert.ok(loading.complete);
		assert.equal(loading.referrals, 16);
	});

	it('follows four chains at once, each from its beginning to its end', async () => {
		const chains = new Chains(9, 9, 9, 9, 9, 9);
		await loadingOf(chains).run();
		assert.equal(chains.most, 4);
		assert.ok(chains.asked.indexOf('4.0') > chains.asked.indexOf('0.8') || chains.asked.indexOf('4.0') > 31);
	});

	it('keeps what has come when it is stopped, and goes on from there the next time', async () => {
		const chains = new Chains(6, 6);
		const stop = new AbortController();
		const first = loadingOf(chains, {
			stop: stop.signal,
			progressed: ({ pages }) => pages === 4 && stop.abort(),
		});
		await first.run();
		assert.ok(!first.complete);
		assert.equal(first.referrals, 4);
		assert.ok(chains.feeds.every(({ state }) => state === 'ready'));
		const [before] = [chains.asked.splice(0)];
		const second = loadingOf(chains);
		await second.run();
		assert.ok(second.complete);
		assert.deepEqual(chains.rows, [6, 6]);
		assert.ok(before.slice(0, 4).every((page) => !chains.asked.includes(page)));
	});

	it('begins nothing when it is stopped before it began', async () => {
		const chains = new Chains(2);
		await loadingOf(chains, { stop: AbortSignal.abort() }).run();
		assert.deepEqual(chains.asked, []);
		assert.equal(chains.feeds[0]?.state, 'idle');
	});

	it('goes on with the others when one fails, and from where it failed the next time', async () => {
		const chains = new Chains(5, 3);
		chains.fails = (page) => page === '0.2';
		const first = loadingOf(chains);
		await first.run();
		assert.ok(!first.complete);
		assert.deepEqual(chains.rows, [2, 3]);
		assert.equal(chains.feeds[0]?.failure?.kind, 'unreachable');
		chains.fails = () => false;
		chains.asked.length = 0;
		await loadingOf(chains).run();
		assert.deepEqual(chains.asked, ['0.2', '0.3', '0.4']);
		assert.equal(chains.feeds[0]?.failure, undefined);
	});

	it('asks before it goes beyond the ceiling, once for all chains, and again at twice as many', async () => {
		const chains = new Chains(20, 20, 20, 20);
		const asked: number[] = [];
		const mayGoOn = async (referrals: number) => asked.push(referrals) > 0;
		const loading = loadingOf(chains, { ceiling: 10, mayGoOn });
		await loading.run();
		assert.ok(loading.complete);
		assert.equal(asked.length, 3);
		for (const [index, each] of asked.entries()) assert.ok(each >= 10 * 2 ** index, `${asked}`);
	});

	it('counts to the ceiling what is in memory besides, too', async () => {
		const chains = new Chains(5);
		const asked: number[] = [];
		const mayGoOn = async (referrals: number) => asked.push(referrals) > 0;
		const loading = loadingOf(chains, { held: () => 98 + chains.store.size, ceiling: 100, mayGoOn });
		await loading.run();
		assert.ok(loading.complete);
		assert.deepEqual(asked, [100]);
		assert.equal(loading.referrals, 5);
	});

	it('stops at the ceiling when that is wanted', async () => {
		const chains = new Chains(20, 20);
		const loading = loadingOf(chains, { ceiling: 10, mayGoOn: async () => false });
		await loading.run();
		assert.ok(!loading.complete);
		// What is under way when the ceiling is reached still comes.
		assert.ok(loading.referrals >= 10 && loading.referrals <= 13, `${loading.referrals}`);
		assert.ok(chains.feeds.every(({ state }) => state === 'ready'));
	});

	it('has a group drawn anew at doublings only', async () => {
		const chains = new Chains(40);
		await loadingOf(chains).run();
		assert.deepEqual(chains.changes, ['0 0', '0 1', '0 2', '0 4', '0 8', '0 16', '0 32', '0 40']);
	});

	it('gives way to a refresh, and then goes on', async () => {
		const chains = new Chains(8);
		const [feed] = chains.feeds;
		let refreshed: Promise<void> | undefined;
		const loading = loadingOf(chains, {
			progressed: ({ pages }) => {
				if (pages === 3) refreshed = feed?.refresh();
			},
		});
		await loading.run();
		await refreshed;
		assert.equal(feed?.state, 'ready');
		assert.deepEqual(chains.rows, [8]);
		assert.ok(loading.complete);
	});

	it('by two at once asks for each page once', async () => {
		const chains = new Chains(3, 5, 4, 6, 2);
		const both = [loadingOf(chains), loadingOf(chains)];
		await Promise.all([...both.map((loading) => loading.run()), chains.feeds[1]?.loadMore()]);
		assert.ok(both.every(({ complete }) => complete));
		assert.equal(chains.asked.length, 20);
		assert.equal(new Set(chains.asked).size, 20);
	});

	it('that is stopped ends at once, also beside another one that goes on', async () => {
		const chains = new Chains(6);
		const stop = new AbortController();
		const other = loadingOf(chains);
		const going = other.run();
		const stopped = loadingOf(chains, { stop: stop.signal });
		const running = stopped.run();
		stop.abort();
		await running;
		assert.ok(!stopped.complete);
		await going;
		assert.ok(other.complete);
		assert.equal(chains.asked.length, 6);
	});
});
