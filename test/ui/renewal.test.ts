import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';

const api = await startPartnerApi({ token: 'first-token' });

describe('a sign-in that has to be renewed', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts],
		settings: { 'partnerReferrals.endpoint': api.endpoint },
		env: { PARTNER_REFERRALS_TEST_TOKEN: 'first-token,second-token,third-token' },
	});
	after(() => api.close());
	const tree = () => code().tree('Referrals');

	it('is shown beside the title', async () => {
		await code().openContainer('Partner Referrals');
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await code().agree();
		await tree().expand(/^Received/);
		await tree()
			.row(/^Received, 100\+/)
			.waitFor();
		await code().page.getByText('ada@partner.example').first().waitFor({ state: 'attached' });
	});

	it('is tried once more when the token is refused, and then asked of the user, in place', async () => {
		api.token = 'second-token';
		api.forgetRequests();
		await tree().inlineAction(/^Received/, 'Refresh');
		await code().page.getByText('Your sign-in has expired').waitFor();
		await tree().reveal(/^You are signed out, or your sign-in has expired/);
		assert.equal(api.requests.length, 2);
		await tree().reveal(/, New, Received/);
		await code().screenshot('expired');
	});

	it('asks the service nothing more with a token that it refused for two addresses', async () => {
		api.forgetRequests();
		await tree().expand(/^Pending/);
		await tree().reveal(/^Pending, .*signed out/);
		assert.equal(api.requests.length, 2);
		await tree().expand(/^Accepted/);
		await tree().reveal(/^Accepted, .*signed out/);
		assert.equal(api.requests.length, 2);
	});

	it('goes on everywhere once the user has signed in again', async () => {
		await (await tree().reveal(/^You are signed out, or your sign-in has expired/)).click();
		await code().dialog.answer(/wants you to sign in again using Microsoft/, 'Allow');
		await tree()
			.row(/^Pending, 100\+/)
			.waitFor();
		await tree().reveal(/^Received, 100\+/);
		await code().page.getByText('Your sign-in has expired').waitFor({ state: 'detached' });
		await tree()
			.row(/^You are signed out/)
			.waitFor({ state: 'detached' });
	});

	it('is asked for when the service wants more than the token has', async () => {
		await tree().collapse(/^Pending/);
		await tree().collapse(/^Received/);
		await tree().collapse(/^Accepted/);
		api.failNext('status401Claims', { times: 2 });
		await tree().expand(/^Won/);
		const row = await tree().reveal(/^Your organisation asks you to sign in again/);
		api.token = 'third-token';
		api.clearFaults();
		await row.click();
		await code().dialog.answer(/sign in using Microsoft/, 'Allow');
		await tree().reveal(/^Won, 100\+/);
	});

	it('empties the view when the user signs out elsewhere', async () => {
		await code().palette.run('Microsoft Accounts: Sign Out Everywhere');
		await code().page.getByRole('button', { name: 'Explore Sample Referrals' }).waitFor();
		await tree().shows([]);
	});
});
