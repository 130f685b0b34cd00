import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';

const api = await startPartnerApi({ token: 'token-of-ada' });

describe('two accounts', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts],
		settings: { 'partnerReferrals.endpoint': api.endpoint },
		env: {
			PARTNER_REFERRALS_TEST_PEOPLE: 'ada,bob',
			PARTNER_REFERRALS_TEST_TOKEN: 'token-of-ada,token-of-bob',
		},
	});
	after(() => api.close());
	const tree = () => code().tree('Referrals');
	const shows = (account: string) => code().page.getByText(account).first().waitFor({ state: 'attached' });

	it('are one at a time', async () => {
		await code().openContainer('Partner Referrals');
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await code().quickPick.choose('ada@partner.example');
		await code().agree();
		await tree().expand(/^Pending/);
		await tree().reveal(/^Pending, 100\+/);
		await shows('ada@partner.example');
	});

	it('are chosen from, which leaves no row of the other', async () => {
		api.token = 'token-of-bob';
		await code().palette.run('Partner Referrals: Switch Account…');
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await code().quickPick.choose('Sign in to another account');
		await code().quickPick.choose('bob@partner.example');
		await shows('bob@partner.example');
		await tree()
			.row(/, New, Pending/)
			.first()
			.waitFor({ state: 'detached' });
		await tree().expand(/^Received/);
		await tree().reveal(/^Received, 100\+/);
	});

	for (const [way, cancel] of [
		['when asked', () => code().dialog.answer(/wants to sign in using Microsoft/, 'Cancel')],
		[
			'in the list of accounts',
			async () => {
				await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
				await code().quickPick.option('ada@partner.example').waitFor();
				await code().quickPick.cancel();
			},
		],
	] as const)
		it(`stay as they are when a change of account is cancelled ${way}`, async () => {
			api.forgetRequests();
			await code().palette.run('Partner Referrals: Switch Account…');
			await cancel();
			await tree().inlineAction(/^Received/, 'Refresh');
			await api.requested(1);
			await tree().reveal(/, New, Received/);
			await shows('bob@partner.example');
			assert.deepEqual(
				api.requests.map(({ headers, status }) => [headers['authorization'], status]),
				[['Bearer token-of-bob', 200]],
			);
		});
});
