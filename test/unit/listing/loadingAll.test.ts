import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { Listing } from '../../../src/listing/listing.ts';
import { LoadingAll } from '../../../src/listing/loadingAll.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import type { Group } from '../../../src/referral/group.ts';
import { FakeSend, pageOf } from '../partner/fakeSend.ts';

/** A service of chains of pages with one referral each, whose names are their filters. */
class Chains {
	readonly asked: string[] = [];
	readonly changes: string[] = [];
	readonly listings: readonly Listing[];
	/** How many requests were going on at once, at the most, since it was last set. */
	most = 0;
	fails: (page: string) => boolean = () => false;
	#now = 0;

	constructor(...lengths: readonly number[]) {
		const fake = new FakeSend(({ url }) => this.#answer(url, lengths));
		this.listings = lengths.map((_, index) => {
			const group: Group = { kind: 'group', key: `${index}`, holds: () => true };
			const changed = () => this.changes.push(`${index} ${this.listings[index]?.rows.length}`);
			return new Listing(fake.client, group, { filter: `${index}` }, changed);
		});
	}

	get rows(): readonly number[] {
		return this.listings.map(({ rows }) => rows.length);
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
	elsewhere?: number;
	progressed?: (loading: LoadingAll) => void;
	mayGoOn?: (referrals: number) => Promise<boolean>;
}

function loadingOf({ listings }: Chains, wishes: Wishes = {}): LoadingAll {
	return new LoadingAll(listings, {
		stop: new AbortController().signal,
		progressed: () => {},
		elsewhere: 0,
		ceiling: Number.POSITIVE_INFINITY,
		mayGoOn: async () => assert.fail('Nobody should be asked.'),
		...wishes,
	});
}

describe('loading all', () => {
	it('loads every page of every listing, each once, and tells of each', async () => {
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

	it('goes one by one as soon as the service asks for a pause', async () => {
		const chains = new Chains(10, 10, 10, 10, 10);
		const loading = loadingOf(chains, {
			progressed: ({ pages }) => {
				if (pages === 8) loading.slowDown();
				if (pages === 9) loading.slowDown();
				// Those that had begun are through.
				if (pages === 12) chains.most = 0;
			},
		});
		await loading.run();
		assert.equal(chains.most, 1);
		assert.deepEqual(chains.rows, [10, 10, 10, 10, 10]);
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
		assert.ok(chains.listings.every(({ state }) => state === 'ready'));
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
		assert.equal(chains.listings[0]?.state, 'idle');
	});

	it('goes on with the others when one fails, and from where it failed the next time', async () => {
		const chains = new Chains(5, 3);
		chains.fails = (page) => page === '0.2';
		const first = loadingOf(chains);
		await first.run();
		assert.ok(!first.complete);
		assert.deepEqual(chains.rows, [2, 3]);
		assert.equal(chains.listings[0]?.failure?.kind, 'unreachable');
		chains.fails = () => false;
		chains.asked.length = 0;
		await loadingOf(chains).run();
		assert.deepEqual(chains.asked, ['0.2', '0.3', '0.4']);
		assert.equal(chains.listings[0]?.failure, undefined);
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
		const loading = loadingOf(chains, { elsewhere: 98, ceiling: 100, mayGoOn });
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
		assert.ok(chains.listings.every(({ state }) => state === 'ready'));
	});

	it('has a group drawn anew at doublings only', async () => {
		const chains = new Chains(40);
		await loadingOf(chains).run();
		assert.deepEqual(chains.changes, ['0 0', '0 1', '0 2', '0 4', '0 8', '0 16', '0 32', '0 40']);
	});

	it('gives way to a refresh, and then goes no further', async () => {
		const chains = new Chains(8);
		const [listing] = chains.listings;
		let refreshed: Promise<void> | undefined;
		const loading = loadingOf(chains, {
			progressed: ({ pages }) => {
				if (pages === 3) refreshed = listing?.refresh();
			},
		});
		await loading.run();
		await refreshed;
		assert.equal(listing?.state, 'ready');
		assert.equal(listing?.rows.length, 3);
	});
});
