import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';
import { type Theme, themes } from './themes.ts';

/** What Microsoft's sign-in says, what is said of it, and what leads on. */
const failures: readonly (readonly [string, string, RegExp, string])[] = [
	[
		'unknown client',
		"AADSTS700016: Application with identifier '(hidden)' was not found in the directory 'Contoso'.",
		/^The client id is not known in that tenant\. Whoever .*$/,
		'How to Register an App',
	],
	[
		'wrong tenant',
		"AADSTS50020: User account '(hidden)' from identity provider 'live.com' does not exist in tenant 'Contoso'.",
		/^This account belongs to another tenant\. Switch .*$/,
		'Switch Account',
	],
	[
		'resource not requested',
		"AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
		/^The app registration does not list the permission for the Partner API\. Whoever .*$/,
		'How to Register an App',
	],
	[
		'conditional access',
		'AADSTS53003: Access has been blocked by Conditional Access policies.',
		/^A Conditional Access policy of your organisation blocks this sign-in\. Switch .*$/,
		'Switch Account',
	],
];
const closedWindow = 'user_canceled: See https://aka.ms/msal.js.errors#user_canceled for details';

const api = await startPartnerApi({ token: 'a-token-for-tests' });

describe('somebody new', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts],
		settings: { 'partnerReferrals.endpoint': api.endpoint },
		env: {
			PARTNER_REFERRALS_TEST_TOKEN: api.token,
			PARTNER_REFERRALS_TEST_SIGN_IN_FAILURES: JSON.stringify([
				closedWindow,
				...failures.map(([, thrown]) => thrown),
			]),
		},
	});
	after(() => api.close());
	before(() => code().openContainer('Partner Referrals'));

	async function signIn(): Promise<void> {
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
	}

	async function report(found: RegExp): Promise<string> {
		await code().page.getByRole('button', { name: 'Copy Report' }).click();
		return eventually(async () => {
			const copied = await code().clipboard();
			assert.match(copied, found);
			return copied;
		});
	}

	const welcome = () => code().page.getByText('You cannot get in?');

	it('whose window was closed is told nothing, and finds out from the view', async () => {
		await signIn();
		await welcome().waitFor();
		assert.equal(await code().notification(/./).count(), 0);
		await code().screenshot('newcomer closed window');
		await code().page.getByText('Check access', { exact: true }).click();
		await report(/^Last sign-in: it was cancelled, or its window was closed; choose Sign In$/m);
		await code().screenshot('newcomer closed window report');
		await code().palette.run('View: Close All Editors');
	});

	for (const [name, thrown, sentence, wayOut] of failures)
		it(`is told what to do, and finds the same by Check Access: ${name}`, async () => {
			const [entraCode = ''] = thrown.split(':');
			await signIn();
			const said = code().notification(new RegExp(sentence.source.slice(1, -1)));
			await said.waitFor();
			await said.getByRole('button', { name: wayOut }).waitFor();
			await code().screenshot(`newcomer ${name}`);
			await said.getByRole('button', { name: 'Check Access' }).click();
			const text = await report(new RegExp(`^Last sign-in: ${sentence.source.slice(1)}`, 'm'));
			assert.match(text, new RegExp(`^ {2}Code: ${entraCode}$`, 'm'));
			assert.match(text, /^Token in silence: no/m);
			assert.doesNotMatch(text, /hidden|live\.com|Contoso/);
			await code().screenshot(`newcomer ${name} report`);
			await code().palette.run('View: Close All Editors');
			await code().palette.run('Notifications: Clear All Notifications');
		});

	it('gets in in the end, and finds out that all is well', async () => {
		await signIn();
		await code().agree();
		await code()
			.tree('Referrals')
			.row(/^Pending/)
			.waitFor();
		await code().palette.run('Partner Referrals: Check Access…');
		const text = await report(/^Roles: this account can read referrals$/m);
		assert.doesNotMatch(text, /Last sign-in|a-token-for-tests/);
	});

	it('finds a report that can be read in every theme', async () => {
		for (const theme of Object.keys(themes) as Theme[]) {
			await code().setTheme(theme);
			await code().screenshot(`newcomer report ${theme}`);
		}
	});
});
