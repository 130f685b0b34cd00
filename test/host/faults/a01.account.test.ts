import { strict as assert } from 'node:assert';
import { deals } from '../../partner-api/TenantInHand.ts';
import { accounts, ada, bob } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import { labels, names, row, rowOf, viewDescription } from '../whole/tree.ts';
import { isOf, run, serveBob, useWholeExtension } from '../whole/wholeExtension.ts';

describe('fault A 1: rows of two accounts', () => {
	const whole = useWholeExtension();

	beforeEach(async () => {
		const { api, tenant } = whole();
		const received = { substatus: 'Received' };
		tenant.referrals = [...deals(250, 'Ada'), ...deals(3, 'Ada', received)];
		serveBob(api, [...deals(250, 'Bob'), ...deals(3, 'Bob', received)]);
		assert.equal((await names('New', 'Pending')).length, 100);
	});

	/** Nobody tells that the account has become another one; what is done then asks the service. */
	const actions: readonly (readonly [string, () => Promise<void>])[] = [
		['Load More', async () => run('loadMore', (await rowOf('loadMore', 'New', 'Pending')).element)],
		['Load All', async () => run('loadAll', (await row('New', 'Pending')).element)],
		['Load All Groups', () => run('loadEverything')],
		['Refresh of a group', async () => run('refresh', (await row('New', 'Pending')).element)],
		['Refresh', () => run('refresh')],
		['expanding another group', async () => void (await labels('New', 'Received'))],
	];
	for (const [name, act] of actions)
		it(`shows rows of one account, under its name, when it has changed before ${name}`, async () => {
			accounts.become(bob);
			await act();
			await eventually(async () => {
				const owner = viewDescription().includes(ada.label) ? 'Ada' : 'Bob';
				const shown = [...(await names('New', 'Pending')), ...(await names('New', 'Received'))];
				assert.deepEqual([...owners(shown)], [owner]);
			});
		});

	it('never sends a link of one account with the token of another', async () => {
		const { api } = whole();
		const { element } = await rowOf('loadMore', 'New', 'Pending');
		accounts.become(bob);
		await run('loadMore', element);
		const links = api.listRequests().filter(({ url }) => url.includes('skiptoken'));
		assert.equal(links.filter(isOf(bob)).length, 0);
	});

	it('never asks for a referral of one account with the token of another', async () => {
		const { api } = whole();
		const [first] = (await names('New', 'Pending')).slice(0, 1);
		const { element } = await row('New', 'Pending', `${first}`);
		accounts.become(bob);
		await run('openReferral', element);
		await eventually(() => assert.ok(api.requests.length > 1 || !viewDescription().includes(ada.label)));
		assert.equal(api.requests.filter(({ kind }) => kind === 'one').filter(isOf(bob)).length, 0);
	});

	it('shows the rows of the new account once it is told of it, also after having met it', async () => {
		const { element } = await row('New', 'Received');
		accounts.become(bob);
		await run('loadAll', element);
		accounts.tell();
		await eventually(async () => assert.deepEqual([...owners(await names('New', 'Pending'))], ['Bob']));
	});
});

function owners(all: readonly string[]): Set<string> {
	return new Set(all.map((name) => name.split(' ')[0] ?? ''));
}
