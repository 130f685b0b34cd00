import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';

const api = await startPartnerApi({ token: 'a-token-for-tests' });

describe('signed in', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts],
		settings: { 'partnerReferrals.endpoint': api.endpoint },
		env: { PARTNER_REFERRALS_TEST_TOKEN: 'a-token-for-tests' },
	});
	after(() => api.close());
	const tree = () => code().tree('Referrals');

	/** The requests that a step makes; the step ends with something that is on screen. */
	async function requestsOf(step: () => Promise<void>): Promise<number> {
		api.forgetRequests();
		await step();
		return api.listRequests().length;
	}

	it('asks for consent with the dialog of VS Code, and asks the service nothing yet', async () => {
		const requests = await requestsOf(async () => {
			await code().openContainer('Partner Referrals');
			await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
			await code().dialog.all.waitFor();
			await code().screenshot('consent');
			await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
			await code().agree();
			await tree()
				.row(/^Pending/)
				.waitFor();
		});
		assert.equal(requests, 0);
	});

	it('asks for one page when New > Pending is expanded', async () => {
		const requests = await requestsOf(async () => {
			await tree().expand(/^Pending/);
			await tree()
				.row(/^Pending.*100\+/)
				.waitFor();
		});
		assert.equal(requests, 1);
	});

	it('asks for one page more at Load more', async () => {
		const requests = await requestsOf(async () => {
			await (await tree().reveal('Load more (100 loaded)')).click();
			await tree().all.locator('.focused[aria-posinset="101"]').waitFor();
			await tree().reveal(/^Pending.*200\+/);
		});
		assert.equal(requests, 1);
	});

	it('asks for nothing when a group is collapsed and expanded again', async () => {
		const requests = await requestsOf(async () => {
			await tree().collapse(/^Pending/);
			await tree().expand(/^Pending/);
			await tree()
				.row(/, New, Pending/)
				.waitFor();
		});
		assert.equal(requests, 0);
	});

	it('asks for as many pages as were loaded at Refresh, and keeps what is expanded and selected', async () => {
		const selected = (await tree().reveal(/, New, Pending/)).first();
		await selected.click();
		const name = (await selected.getAttribute('aria-label')) ?? '';
		await code().details.content.getByRole('heading', { level: 1 }).waitFor();
		const requests = await requestsOf(async () => {
			await code().palette.run('Partner Referrals: Refresh');
			await api.requested(2);
			await tree().reveal(/^Pending.*200\+/);
		});
		assert.equal(requests, 2);
		await tree().all.getByRole('treeitem', { name, selected: true }).waitFor();
	});

	it('says in place that the service fails, and goes on at Retry', async () => {
		await tree().collapse(/^Pending/);
		api.failNext('status500', { times: 4 });
		await tree().expand(/^Accepted/);
		const problem = await tree().reveal(/^Partner Center had a problem of its own/);
		await code().screenshot('failed');
		await problem.click();
		await tree().reveal(/, Active, Accepted/);
		await problem.waitFor({ state: 'detached' });
	});

	it('sends the token in every request and writes it nowhere', async () => {
		assert.ok(api.requests.every(({ headers }) => headers['authorization'] === 'Bearer a-token-for-tests'));
		await code().palette.run('Partner Referrals: Show Log');
		const log = code().page.locator('.output-view .view-lines');
		await log.filter({ hasText: '/v1.0/engagements/referrals' }).waitFor();
		assert.ok(!(await log.textContent())?.includes('a-token-for-tests'));
	});

	it('forgets everything at Sign Out', async () => {
		await code().palette.run('Partner Referrals: Sign Out');
		await code().page.getByRole('button', { name: 'Explore Sample Referrals' }).waitFor();
		await code()
			.details.tab(/./)
			.filter({ hasText: /Referral|Contoso/ })
			.waitFor({ state: 'detached' });
		await tree().shows([]);
	});

	it('lets the user choose the account at the next sign-in', async () => {
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await code().quickPick.choose('ada@partner.example');
		await tree()
			.row(/^Pending/)
			.waitFor();
	});
});
