import { strict as assert } from 'node:assert';
import { deal } from '../partner-api/TenantInHand.ts';
import { bob } from './whole/accounts.ts';
import { count, row, rowsBelow } from './whole/tree.ts';
import { run, serveBob, signIn, start, useWholeExtension } from './whole/wholeExtension.ts';

describe('a referral that needs attention', () => {
	const whole = useWholeExtension();
	const needy = deal({ name: 'Shared', status: 'Active', substatus: 'Accepted', details: {} });
	const needing = async () => (await count('Needs attention')).split(' ')[0];

	/** Somebody looks at the only one there is. */
	async function look(): Promise<void> {
		await rowsBelow('Active', 'Accepted');
		assert.equal(await needing(), '1');
	}

	beforeEach(async () => {
		whole().tenant.referrals = [needy];
		await look();
	});

	it('is put aside until it changes', async () => {
		await run('dismiss', (await row('Needs attention', 'Shared')).element);
		assert.equal(await needing(), '0');
		whole().tenant.change(needy, { name: 'Shared again' });
		await run('refresh', (await row('Active', 'Accepted')).element);
		assert.equal(await needing(), '1');
		await run('bringBack');
	});

	it('is not put aside for somebody else who signs in while the user is asked for how long', async () => {
		const { api, screen } = whole();
		const { element } = await row('Needs attention', 'Shared');
		const going = start('snooze', element);
		const prompt = await screen.prompt(/Snooze/);
		serveBob(api, [needy]);
		await run('signOut');
		await signIn(bob);
		await look();
		prompt.choose(/3 days/);
		await going.done;
		assert.equal(await needing(), '1');
	});
});
