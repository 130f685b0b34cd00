import assert from 'node:assert/strict';
import { Chain } from '../../../src/listing/chain.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { failing } from '../partner/failing.ts';
import { endpoint, FakeSend, pageOf, replied } from '../partner/fakeSend.ts';
import { listsOn } from './exploring.ts';

const { signal } = new AbortController();
const { collection } = endpoint;

function chainOf(...answers: readonly (Reply | PartnerError)[]): { chain: Chain; fake: FakeSend } {
	const fake = FakeSend.inTurn(...answers);
	return { chain: new Chain(listsOn(fake.client), { filter: "status eq 'New'" }), fake };
}

async function advance(chain: Chain, times: number): Promise<void> {
	for (let count = 0; count < times && !chain.complete && !chain.broken; count++) await chain.advance(signal);
}

const idsOf = ({ ids }: Chain) => [...ids].join(' ');

describe('a chain of pages', () => {
	it('begins with nothing and no request', () => {
		const { chain, fake } = chainOf();
		assert.equal(chain.complete, false);
		assert.equal(chain.pages + chain.ids.size + chain.received + fake.asks.length, 0);
	});

	it('asks the query once, and then only what the page before said', async () => {
		const { chain, fake } = chainOf(pageOf(['a'], 'one%2b'), pageOf(['b'], 'two'), pageOf(['c']));
		await advance(chain, 3);
		assert.deepEqual(fake.urls, [
			`${collection}?$filter=status%20eq%20'New'`,
			`${collection}?$skiptoken=one%2b`,
			`${collection}?$skiptoken=two`,
		]);
		assert.equal(idsOf(chain), 'a b c');
		assert.ok(chain.complete);
	});

	describe('ends', () => {
		const ends = (name: string, outcome: string, ...pages: readonly Reply[]) =>
			it(name, async () => {
				const { chain } = chainOf(...pages);
				await advance(chain, pages.length);
				const { kind, facts } = chain.broken ?? {};
				const found = chain.complete
					? 'complete'
					: [kind ?? 'open', facts?.code].filter((part) => part).join(' ');
				assert.equal(found, outcome);
			});

		ends('at a page without a link', 'complete', pageOf(['a']));
		ends('at an empty page without a link', 'complete', pageOf([]));
		ends('at an empty last page', 'complete', pageOf(['a'], 't'), pageOf([]));
		ends('not while there is a link', 'open', pageOf(['a'], 't'), pageOf(['b'], 'u'));
		ends(
			'behind empty pages',
			'complete',
			pageOf(['a'], 't'),
			pageOf([], 'u'),
			pageOf([], 'v'),
			pageOf(['b']),
		);
		ends('behind an empty first page', 'complete', pageOf([], 'u'), pageOf(['b']));
		ends(
			'broken at the twentieth empty page in a row',
			'chainBroken emptyPages',
			...Array.from({ length: 20 }, (_, page) => pageOf([], `t${page}`)),
		);
		ends(
			'not where there is something between empty pages',
			'complete',
			...Array.from({ length: 19 }, (_, page) => pageOf([], `t${page}`)),
			pageOf(['a'], 'between'),
			...Array.from({ length: 19 }, (_, page) => pageOf([], `u${page}`)),
			pageOf(['b']),
		);
		ends(
			'broken at a page that names itself',
			'chainBroken repeatedPage',
			pageOf(['a'], 't'),
			pageOf(['b'], 't'),
		);
		ends(
			'broken in a circle',
			'chainBroken repeatedPage',
			...[pageOf(['a'], 't'), pageOf(['b'], 'u'), pageOf(['c'], 'v'), pageOf(['d'], 't')],
		);
		ends(
			'broken at a link elsewhere',
			'linkRefused',
			replied({ value: [{ id: 'a' }], '@odata.nextLink': 'https://evil.example/?$skiptoken=a' }),
		);
		ends(
			'not at a page of unreadable rows',
			'open',
			replied({ value: [7], '@odata.nextLink': '?$skiptoken=a' }),
		);
	});

	it('keeps the rows of the page whose link was refused', async () => {
		const evil = replied({ value: [{ id: 'b' }], '@odata.nextLink': 'file:///x?y' });
		const { chain } = chainOf(pageOf(['a'], 't'), evil);
		await advance(chain, 2);
		assert.equal(idsOf(chain), 'a b');
		assert.equal(chain.complete, false);
	});

	it('is given up after 10,000 pages', async function () {
		this.timeout(30_000);
		const fake = new FakeSend((_, index) => pageOf([`r${index}`], `t${index}`));
		const chain = new Chain(listsOn(fake.client), {});
		while (!chain.broken) await chain.advance(signal);
		assert.equal(chain.broken.facts.code, 'tooManyPages');
		assert.equal(chain.ids.size, 10_000);
	});

	it('has a referral once, in its first place, and its last state in the store', async () => {
		const first = replied({
			value: [
				{ id: 'a', status: 'New' },
				{ id: 'b', status: 'New' },
			],
			'@odata.nextLink': '?$skiptoken=t',
		});
		const second = replied({
			value: [
				{ id: 'c', status: 'New' },
				{ id: 'a', status: 'Active' },
				{ id: 'c', status: 'New' },
			],
		});
		const lists = listsOn(FakeSend.inTurn(first, second).client);
		const chain = new Chain(lists, {});
		await advance(chain, 2);
		assert.equal(idsOf(chain), 'a b c');
		assert.equal(lists.store.get('a')?.referral.status, 'Active');
		assert.equal(chain.received, 5);
	});

	it('counts what it cannot read, and leaves it out', async () => {
		const { chain } = chainOf(replied({ value: [{ id: 'a' }, 7, { status: 'New' }] }));
		await chain.advance(signal);
		assert.equal(idsOf(chain), 'a');
		assert.equal(chain.received, 3);
		assert.deepEqual(
			chain.unreadable.map(({ json }) => json),
			[7, { status: 'New' }],
		);
	});

	it('tells the store under which list and in which place of its page each referral came', async () => {
		const lists = listsOn(FakeSend.inTurn(replied({ value: [7, { id: 'a' }, { id: 'b' }] })).client);
		await new Chain(lists, {}).advance(signal);
		const rows = ['a', 'b'].map((id) => lists.store.get(id));
		assert.deepEqual(
			rows.map((row) => [row?.origin.whole, row?.origin.list === lists.under, row?.place]),
			[
				[false, true, 1],
				[false, true, 2],
			],
		);
		assert.equal(rows[0]?.origin.page?.size, 3);
		assert.equal(rows[0]?.origin.page, rows[1]?.origin.page);
	});

	it('tells the store before it has them itself', async () => {
		const lists = listsOn(FakeSend.inTurn(pageOf(['a'])).client);
		const chain = new Chain(lists, {});
		const seen: number[] = [];
		lists.store.onDidChange(() => seen.push(chain.ids.size));
		await chain.advance(signal);
		assert.deepEqual(seen, [0]);
	});

	it('goes on where another one does, behind what it has', async () => {
		const fake = FakeSend.inTurn(
			pageOf(['a', 'b'], 't'),
			pageOf(['c'], 'u'),
			pageOf(['n', 'a'], 't'),
			pageOf(['d']),
		);
		const lists = listsOn(fake.client);
		const [old, fresh] = [new Chain(lists, {}), new Chain(lists, {})];
		await advance(old, 2);
		await fresh.advance(signal);
		fresh.goOnLike(old);
		assert.equal(idsOf(fresh), 'n a b c');
		assert.equal(fresh.pages, 2);
		await fresh.advance(signal);
		assert.equal(idsOf(fresh), 'n a b c d');
		assert.ok(fresh.complete);
		assert.match(fake.urls[3] ?? '', /skiptoken=u$/);
	});

	it('is as before after a failure, and goes on from there', async () => {
		const failure = new PartnerError('timedOut');
		const { chain, fake } = chainOf(failure, pageOf(['a'], 't'), failure, pageOf(['b']));
		await failing('timedOut', () => chain.advance(signal));
		assert.equal(chain.pages, 0);
		await chain.advance(signal);
		await failing('timedOut', () => chain.advance(signal));
		assert.equal(idsOf(chain), 'a');
		await chain.advance(signal);
		assert.equal(idsOf(chain), 'a b');
		assert.equal(fake.urls[2], fake.urls[3]);
	});

	it('takes nothing from an answer that came after it was aborted', async () => {
		const controller = new AbortController();
		const fake = new FakeSend(() => {
			controller.abort();
			return pageOf(['a']);
		});
		const chain = new Chain(listsOn(fake.client), {});
		await assert.rejects(chain.advance(controller.signal), { name: 'AbortError' });
		assert.equal(chain.pages + chain.ids.size, 0);
	});
});
