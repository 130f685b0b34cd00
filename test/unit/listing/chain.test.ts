import assert from 'node:assert/strict';
import { Chain } from '../../../src/listing/chain.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { failing } from '../partner/failing.ts';
import { endpoint, FakeSend, pageOf, replied } from '../partner/fakeSend.ts';

const { signal } = new AbortController();
const { collection } = endpoint;
const everyRow = () => true;

function chainOf(...answers: readonly (Reply | PartnerError)[]): { chain: Chain; fake: FakeSend } {
	const fake = FakeSend.inTurn(...answers);
	return { chain: new Chain(fake.client, { filter: "status eq 'New'" }, everyRow), fake };
}

async function advance(chain: Chain, times: number): Promise<void> {
	for (let count = 0; count < times; count++) await chain.advance(signal);
}

const idsOf = ({ rows }: Chain) => rows.map(({ referral }) => referral.id).join(' ');

describe('a chain of pages', () => {
	it('begins with nothing and no request', () => {
		const { chain, fake } = chainOf();
		assert.equal(chain.complete, false);
		assert.equal(chain.pages + chain.rows.length + chain.received + fake.asks.length, 0);
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
		ends('broken at an empty page with a link', 'chainBroken emptyPage', pageOf(['a'], 't'), pageOf([], 'u'));
		ends('broken at an empty first page with a link', 'chainBroken emptyPage', pageOf([], 'u'));
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
		const chain = new Chain(fake.client, {}, everyRow);
		while (!chain.broken) await chain.advance(signal);
		assert.equal(chain.broken.facts.code, 'tooManyPages');
		assert.equal(chain.rows.length, 10_000);
	});

	it('shows a referral once, in its first place and its last state', async () => {
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
		const { chain } = chainOf(first, second);
		await advance(chain, 2);
		assert.equal(idsOf(chain), 'a b c');
		assert.equal(chain.rows[0]?.referral.status, 'Active');
		assert.equal(chain.received, 5);
	});

	it('sifts out what belongs elsewhere, and counts it', async () => {
		const fake = FakeSend.inTurn(
			replied({ value: [{ id: 'a', status: 'New' }, { id: 'b', status: 'Old' }, 7] }),
		);
		const chain = new Chain(fake.client, {}, ({ status }) => status === 'Old');
		await chain.advance(signal);
		assert.equal(idsOf(chain), 'b');
		assert.equal(chain.received, 3);
		assert.deepEqual(chain.unreadable, [{ kind: 'unreadable', json: 7 }]);
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
		const chain = new Chain(fake.client, {}, everyRow);
		await assert.rejects(chain.advance(controller.signal), { name: 'AbortError' });
		assert.equal(chain.pages + chain.rows.length, 0);
	});
});
