import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { deals } from '../../partner-api/TenantInHand.ts';
import { TemporaryFolder } from '../../workbench/TemporaryFolder.ts';
import { accounts, ada } from '../whole/accounts.ts';
import { replace } from '../whole/replace.ts';
import { names, row } from '../whole/tree.ts';
import { run, start, useWholeExtension } from '../whole/wholeExtension.ts';

const advice: Readonly<Record<string, string>> = {
	'How to Register an App':
		'Whoever registered the app can correct it; the guide to registering one says how.',
	'Switch Account': 'Switch to another account, or ask an administrator of your organisation.',
	'Open Settings': 'Correct it in the settings.',
};

describe('a sign-in that fails', () => {
	const whole = useWholeExtension();

	const told = (thrown: string, said: string, ...buttons: readonly string[]) =>
		it(`with ${thrown}: ${said || '(nothing)'}`, async () => {
			const { screen } = whole();
			await run('signOut');
			accounts.failure = new Error(thrown);
			await run('signIn');
			accounts.failure = undefined;
			assert.equal(screen.said, [said, advice[buttons[0] ?? '']].filter((text) => text).join(' '));
			assert.deepEqual(screen.messages[0]?.buttons ?? [], buttons);
		});

	told('user_canceled: See https://aka.ms/msal.js.errors#user_canceled for details', '');
	told('Cancelled', '');
	told(
		"AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
		'The app registration does not allow public client flows.',
		...['How to Register an App', 'Check Access', 'Show Log'],
	);
	told(
		"AADSTS50020: User account '(hidden)' from identity provider 'live.com' does not exist in tenant 'Contoso'",
		'This account belongs to another tenant.',
		...['Switch Account', 'Check Access', 'Show Log'],
	);
	told(
		'AADSTS650057: Invalid resource.',
		'The app registration does not list the permission for the Partner API.',
		...['How to Register an App', 'Check Access', 'Show Log'],
	);
	told(
		'AADSTS53003: Access has been blocked by Conditional Access policies.',
		'A Conditional Access policy of your organisation blocks this sign-in.',
		...['Switch Account', 'Check Access', 'Show Log'],
	);
	told(
		'AADSTS50194: Application is not configured as a multi-tenant application.',
		'The app registration is for one tenant only, which the setting "tenantId" must name.',
		...['Open Settings', 'Check Access', 'Show Log'],
	);
});

describe('settings that cannot be written', () => {
	const whole = useWholeExtension();

	it('are told as that, with a way to them', async () => {
		const { screen } = whole();
		const { getConfiguration } = vscode.workspace;
		const refuse = () => Promise.reject(new Error('Unable to write into user settings.'));
		const restore = replace(vscode.workspace, 'getConfiguration', (section: string) =>
			Object.create(getConfiguration(section), { update: { value: refuse } }),
		);
		await run('exploreSample').finally(restore);
		assert.match(screen.said, /^Your settings could not be written\. See whether settings\.json/);
		assert.deepEqual(screen.messages[0]?.buttons, ['Open settings.json', 'Show Log']);
	});

	it('keep nobody from signing in where nothing has to be written', async () => {
		const { screen } = whole();
		const { getConfiguration } = vscode.workspace;
		const refuse = () => Promise.reject(new Error('Unable to write into user settings.'));
		const restore = replace(vscode.workspace, 'getConfiguration', (section: string) =>
			Object.create(getConfiguration(section), { update: { value: refuse } }),
		);
		accounts.willChoose(ada);
		await run('signIn').finally(restore);
		assert.equal(screen.said, '');
	});
});

describe('a sign-in that has expired', () => {
	const whole = useWholeExtension();
	const folder = new TemporaryFolder('expired');
	after(() => folder.remove());

	it('is offered to be renewed where loading all stops for it', async () => {
		const { screen, tenant } = whole();
		tenant.referrals = deals(250, 'Ada');
		const { element } = await row('New', 'Pending');
		await names('New', 'Pending');
		accounts.expired = true;
		await run('loadAll', element);
		accounts.expired = false;
		assert.match(screen.said, /^Not everything could be loaded\. You are signed out/);
		assert.deepEqual(screen.messages.at(-1)?.buttons, ['Sign In', 'Go On']);
	});

	it('is offered to be renewed where an export stops for it, which goes on then', async () => {
		const { screen, tenant } = whole();
		tenant.referrals = deals(250, 'Ada');
		const { element } = await row('New', 'Pending');
		await names('New', 'Pending');
		accounts.expired = true;
		screen.keep(/^You are signed out/);
		const exporting = start('export', element);
		const file = join(folder.path, 'all.csv');
		(await screen.saveDialog()).answer(vscode.Uri.file(file));
		const stopped = await screen.message(/^You are signed out/);
		assert.deepEqual(stopped.buttons, ['Export the 100 that are loaded', 'Sign In', 'Try again']);
		accounts.expired = false;
		accounts.willChoose(ada);
		stopped.answer('Sign In');
		await exporting.done;
		assert.equal(readFileSync(file, 'utf8').trim().split('\r\n').length, 251);
	});
});
