import { strict as assert } from 'node:assert';
import { deal, deals } from '../../partner-api/TenantInHand.ts';
import { eventually } from '../whole/eventually.ts';
import { names, pairs, row } from '../whole/tree.ts';
import { begun, run, start, useWholeExtension } from '../whole/wholeExtension.ts';

describe('fault A 8: refreshing', () => {
	const whole = useWholeExtension();

	/** One referral in each group, all of which have been looked into. */
	async function lookIntoAll(): Promise<void> {
		whole().tenant.referrals = pairs.map(([status, substatus]) => deal({ status, substatus }));
		for (const pair of pairs) await names(...pair);
		whole().api.forgetRequests();
	}

	it('reads each page once when it is pressed three times', async () => {
		await lookIntoAll();
		await Promise.all([run('refresh'), run('refresh'), run('refresh')]);
		assert.equal(whole().api.requests.length, pairs.length);
	});

	/** What is refreshed, by the row that the command is given. */
	const wholes: readonly (readonly [string, () => Promise<unknown>])[] = [
		['everything', async () => undefined],
		['a group', async () => (await row('New', 'Pending')).element],
	];
	for (const [name, element] of wholes)
		it(`can be cancelled while it hangs, and leaves what was there: ${name}`, async () => {
			const { api, tenant, screen } = whole();
			tenant.referrals = deals(250, 'Ada');
			await names('New', 'Pending');
			await run('loadAll', (await row('New', 'Pending')).element);
			const wanted = await element();
			const hold = api.hold();
			const refreshing = await begun(screen, () => start('refresh', wanted));
			await hold.arrived();
			const task = await eventually(() => {
				const offered = screen.tasks.find(({ isRunning, cancellable }) => isRunning && cancellable);
				assert.ok(offered, 'Nothing that goes on can be cancelled.');
				return offered;
			});
			task.cancel();
			await refreshing.done;
			assert.equal((await names('New', 'Pending')).length, 250);
			assert.equal(screen.said, '');
		});

	it('asks before it reads more than 20 pages again, and leaves them when the answer is no', async () => {
		const { api, tenant, screen } = whole();
		tenant.referrals = deals(2150, 'Ada');
		const { element } = await row('New', 'Pending');
		await run('loadAll', element);
		api.forgetRequests();
		screen.keep(/./);
		const refreshing = start('refresh');
		const question = await screen.question();
		assert.equal(api.requests.length, 0);
		question.dismiss();
		await refreshing.done;
		assert.equal(api.requests.length, 0);
		assert.equal((await names('New', 'Pending')).length, 2150);
	});
});
