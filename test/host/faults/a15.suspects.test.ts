import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { deals } from '../../partner-api/TenantInHand.ts';
import { accounts, ada, bob } from '../whole/accounts.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { replace } from '../whole/replace.ts';
import { count, names, row, viewDescription, viewMessage } from '../whole/tree.ts';
import {
	crossing,
	filters,
	run,
	search,
	serveBob,
	start,
	useWholeExtension,
} from '../whole/wholeExtension.ts';

describe('fault A 15: suspects', () => {
	const whole = useWholeExtension();

	beforeEach(() => {
		const { api, tenant } = whole();
		tenant.referrals = deals(250, 'Ada');
		serveBob(api);
	});

	it('stays signed in when Switch Account is cancelled and two accounts are allowed', async () => {
		const { api } = whole();
		await names('New', 'Pending');
		accounts.signedIn = [ada, bob];
		accounts.allow(bob);
		const switching = start('switchAccount');
		(await accounts.dialog()).choose();
		await switching.done;
		await run('loadAll', (await row('New', 'Pending')).element);
		assert.equal((await names('New', 'Pending')).length, 250);
		assert.ok(viewDescription().includes(ada.label));
		assert.equal(api.requests.filter(({ status }) => status === 401).length, 0);
	});

	it('shows what a query finds when its first row cannot be revealed', async () => {
		const { screen } = whole();
		captured.refuseToReveal(true);
		await search(screen, 'status=New');
		assert.deepEqual(
			screen.messages.map(({ text }) => text).filter((text) => !text.startsWith('A link')),
			[],
		);
	});

	it('leaves the sample alone when the account changes', async () => {
		await run('exploreSample');
		await eventually(() => assert.match(viewMessage(), /^Sample referrals/));
		const [first] = await names('New', 'Pending');
		await run('openReferral', (await row('New', 'Pending', `${first}`)).element);
		const before = await count('New', 'Pending');
		accounts.become(bob);
		accounts.tell();
		await crossing();
		assert.equal(await count('New', 'Pending'), before);
		assert.equal(captured.pages.length, 1);
	});

	it('follows a change of account that came while a sign-in was under way', async () => {
		await names('New', 'Pending');
		const switching = start('switchAccount');
		const dialog = await accounts.dialog();
		accounts.become(bob);
		accounts.tell();
		await crossing();
		dialog.choose();
		await switching.done;
		await eventually(async () => {
			const shown = (await names('New', 'Pending')).map((name) => name.split(' ')[0]);
			assert.deepEqual([...new Set(shown)], ['Bob']);
		});
	});

	it('asks for an engagement id in lower case, as the service writes it', async () => {
		const { api, tenant, screen } = whole();
		const [wanted] = tenant.referrals;
		assert.ok(wanted);
		await search(screen, `engagementId=${wanted.engagementId.toUpperCase()}`);
		assert.deepEqual(await names('New', 'Pending'), [wanted.name]);
		assert.match(`${filters(api).at(-1)}`, new RegExp(wanted.engagementId));
	});

	it('leaves no rejection behind when documents cannot be closed at Sign Out', async () => {
		await names('New', 'Pending');
		await run('openJson', (await row('New', 'Pending', 'Ada 1')).element);
		const refuse = () => Promise.reject(new Error('The tab is not there.'));
		const { tabGroups } = vscode.window;
		const restore = replace(
			vscode.window,
			'tabGroups',
			Object.create(tabGroups, { close: { value: refuse } }),
		);
		await run('signOut');
		await crossing();
		restore();
		assert.deepEqual(captured.rejections, []);
	});
});
