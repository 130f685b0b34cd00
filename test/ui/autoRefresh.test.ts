import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { deal, deals, TenantInHand } from '../partner-api/TenantInHand.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';
import type { Theme } from './themes.ts';

const [taken, valued, waiting] = deals(3, 'Fabrikam deal');
assert.ok(taken && valued && waiting);
const tenant = new TenantInHand([
	...[taken, valued, waiting],
	...deals(2, 'Contoso deal', { status: 'Active', substatus: 'Accepted' }),
]);
const api = await startPartnerApi({ token: 'a-token', send: tenant.send });

describe('refreshing by itself', () => {
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	const probes = () => api.listRequests().filter(({ url }) => url.includes('$select'));
	const said = (text: RegExp) => code().page.getByText(text).first();

	it('asks nothing unless the user wants it', async () => {
		await tree()
			.row(/^Pending/)
			.waitFor();
		assert.equal(api.requests.length, 0);
		await tree().expand(/^Pending/);
		await tree().expand(/^Accepted/);
		await tree()
			.row(/^Contoso deal 2/)
			.waitFor();
		assert.equal(api.requests.length, 2);
	});

	it('shows where it belongs what has come, changed and moved, and says up to when', async () => {
		const createdDateTime = new Date().toISOString();
		tenant.referrals = [
			deal({ name: 'Brand new deal', createdDateTime, updatedDateTime: createdDateTime }),
			...tenant.referrals,
		];
		tenant.change(taken, { status: 'Active', substatus: 'Accepted' });
		tenant.change(valued, { name: 'Renamed deal' });
		await code().setSettings({ 'partnerReferrals.autoRefresh': true });
		await tree()
			.row(/^Brand new deal.*New, Pending|^Brand new deal/)
			.waitFor();
		await tree().shows([
			...[
				'Needs attention',
				'New',
				'Pending',
				'Brand new deal',
				'Renamed deal',
				'Fabrikam deal 3',
				'Received',
			],
			...['Active', 'Accepted', 'Fabrikam deal 1', 'Contoso deal 1', 'Contoso deal 2'],
			...['Closed', 'Won', 'Lost', 'Declined', 'Expired', 'Other statuses'],
		]);
		await said(/Changes as of .* are shown; removed referrals go when you refresh\./).waitFor();
		assert.equal(probes().length, 1);
		assert.equal(api.requests.length, 4);
		for (const theme of [
			'Default Light Modern',
			'Default High Contrast',
			'Default Dark Modern',
		] satisfies Theme[]) {
			await code().setTheme(theme);
			await code().screenshot(`fresh ${theme}`);
		}
	});

	it('stops where only the user can help, says why, and goes on when told to', async () => {
		await code().setSettings({ 'partnerReferrals.autoRefresh': false });
		await said(/Changes as of/).waitFor({ state: 'detached' });
		api.failNext('status403', { when: ({ url }) => url.includes('$select') });
		await code().setSettings({ 'partnerReferrals.autoRefresh': true });
		await said(/Automatic refresh has stopped\. .* Choose Resume Refresh to go on\./).waitFor();
		await code().screenshot('fresh stopped');
		tenant.change(waiting, { status: 'Active', substatus: 'Accepted' });
		const before = api.requests.length;
		await code().page.getByRole('button', { name: 'Resume Refresh' }).click();
		await tree().shows([
			...['Needs attention', 'New', 'Pending', 'Brand new deal', 'Renamed deal', 'Received'],
			...['Active', 'Accepted', 'Fabrikam deal 1', 'Fabrikam deal 3', 'Contoso deal 1', 'Contoso deal 2'],
			...['Closed', 'Won', 'Lost', 'Declined', 'Expired', 'Other statuses'],
		]);
		await said(/Automatic refresh has stopped/).waitFor({ state: 'detached' });
		assert.equal(api.requests.length, before + 2);
	});

	it('says nothing more once the user has refreshed everything', async () => {
		await code().palette.run('Partner Referrals: Refresh');
		await said(/Changes as of/).waitFor({ state: 'detached' });
		await eventually(async () => assert.equal(await code().page.locator('.notification-toast').count(), 0));
	});
});
