import { strict as assert } from 'node:assert';
import { deal, deals } from '../partner-api/TenantInHand.ts';
import type { Person } from './whole/accounts.ts';
import { eventually } from './whole/eventually.ts';
import { names, viewDescription } from './whole/tree.ts';
import { filters, run, serve, signIn, start, useWholeExtension } from './whole/wholeExtension.ts';

const team = (email: string) => ({ team: [{ firstName: 'Ada', email }] });

describe('what the user works on', () => {
	const whole = useWholeExtension();

	/** Somebody whose account is called so. */
	async function signInAs(label: string): Promise<void> {
		const person: Person = { id: label, label };
		serve(whole().api, person, whole().tenant.send);
		await run('signOut');
		await signIn(person);
	}

	beforeEach(() => {
		whole().tenant.referrals = [
			...deals(2, 'Mine', team('ada@contoso.com')),
			deal({ name: 'Theirs', ...team('bob@contoso.com') }),
		];
	});

	it('is asked of the service, as documented', async () => {
		await run('showMine');
		assert.deepEqual(await names('New', 'Pending'), ['Mine 1', 'Mine 2']);
		assert.match(filters(whole().api).at(-1) ?? '', /team\/any\(t:t\/email eq 'ada@contoso\.com'\)/);
		await run('leaveMine');
		assert.deepEqual(await names('New', 'Pending'), ['Mine 1', 'Mine 2', 'Theirs']);
	});

	it('is asked for as loaded referrals write the mail address, since the service tells cases apart', async () => {
		await signInAs('Ada@Contoso.com');
		assert.equal((await names('New', 'Pending')).length, 3);
		await run('showMine');
		assert.deepEqual(await names('New', 'Pending'), ['Mine 1', 'Mine 2']);
	});

	it('is asked for by a mail address that the user types once, where the account is called something else', async () => {
		await signInAs('Ada [x](command:y)');
		const showing = start('showMine');
		const prompt = await whole().screen.prompt(/^Show Mine$/);
		assert.match(prompt.prompt ?? '', /called “Ada \[x\]\u200b\(command:y\)”, which is no mail address/);
		prompt.enter('no mail');
		await eventually(() => assert.match(`${prompt.validationMessage}`, /is no whole mail address/));
		prompt.enter(' ada@contoso.com ');
		await showing.done;
		assert.deepEqual(await names('New', 'Pending'), ['Mine 1', 'Mine 2']);
		await run('leaveMine');
		await run('showMine');
		await eventually(() => assert.match(viewDescription(), /team ada@contoso\.com/));
	});

	it('changes nothing when the user leaves the question, or has signed out before answering', async () => {
		await signInAs('Ada');
		const left = start('showMine');
		(await whole().screen.prompt(/^Show Mine$/)).hide();
		await left.done;
		assert.doesNotMatch(viewDescription(), /team/);
		const late = start('showMine');
		const prompt = await whole().screen.prompt(/^Show Mine$/);
		await run('signOut');
		prompt.enter('ada@contoso.com');
		await late.done;
		assert.doesNotMatch(viewDescription(), /team/);
	});
});
