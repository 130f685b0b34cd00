import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { deal, deals, TenantInHand } from '../partner-api/TenantInHand.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';
import type { Theme } from './themes.ts';

const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const tenant = new TenantInHand([
	deal({ name: 'Fabrikam rollout', expirationDateTime: at(1) }),
	deal({ name: 'Contoso renewal', expirationDateTime: at(2) }),
	...deals(5, 'Later deal'),
]);
const api = await startPartnerApi({ token: 'a-token', send: tenant.send });
/** Longer than it takes from a window's start to the end of a look, in milliseconds. */
const longEnough = 25_000;

describe('the daily look', () => {
	const code = useSignedInWindow(api);
	const toast = (text: RegExp) => code().page.locator('.notification-toast').filter({ hasText: text });
	const expires = /2 of the 7 new referrals looked at expire within 3 days\./;
	/** A window whose user looks at something else. */
	const startAnew = async () => {
		await code().openContainer('Explorer');
		await code().reload();
	};

	it('is none for who doesn’t want one: a window that starts asks nothing', async function () {
		this.timeout(90_000);
		api.forgetRequests();
		await startAnew();
		await code().page.waitForTimeout(longEnough);
		assert.deepEqual(api.requests, []);
	});

	it('asks once, and says what expires to who never opens the view', async function () {
		this.timeout(120_000);
		await code().setSettings({ 'partnerReferrals.dailyLook': true });
		await startAnew();
		await toast(expires).waitFor({ timeout: 60_000 });
		await code().screenshot('daily look');
		for (const theme of [
			'Default Light Modern',
			'Default High Contrast',
			'Default Dark Modern',
		] satisfies Theme[]) {
			await code().setTheme(theme);
			await code().palette.run('Notifications: Show Notifications');
			await code().notification(expires).first().waitFor();
			await code().screenshot(`daily look ${theme}`);
		}
		assert.equal(api.requests.length, 1);
		assert.match(api.requests[0]?.url ?? '', /status(%20|\+)eq/);
	});

	it('leads to what expires', async () => {
		await code().notification(expires).getByRole('button', { name: 'Show' }).first().click();
		await code().page.getByText('Filter: New · expires in the next 3 days').waitFor();
		await code()
			.tree('Referrals')
			.row(/^Expiring soon, 2 of \d+ loaded/)
			.waitFor();
		await code().screenshot('daily look shown');
		await code().page.getByRole('button', { name: 'Clear Filter' }).click();
	});

	it('is none for a second window of the same day', async function () {
		this.timeout(90_000);
		await eventually(async () => assert.match(await code().stored(), /\\"day\\":\\"\d{4}-\d\d-\d\d\\"/));
		api.forgetRequests();
		await startAnew();
		await code().page.waitForTimeout(longEnough);
		assert.deepEqual(api.requests, []);
		assert.equal(await toast(/looked at/).count(), 0);
	});

	it('speaks of the sample as such, and can be switched off where it speaks', async function () {
		this.timeout(120_000);
		await code().setSettings({ 'partnerReferrals.source': 'sample' });
		await startAnew();
		const sample = /In the sample: \d+ of the \d+ new referrals looked at expire within 3 days\./;
		await toast(sample).waitFor({ timeout: 60_000 });
		await code().screenshot('daily look sample');
		await toast(sample).getByRole('button', { name: "Don't look daily any more" }).click();
		await eventually(async () =>
			assert.doesNotMatch(await code().stored(), /partnerReferrals\.dailyLook\\*": *true/),
		);
		assert.deepEqual(api.requests, []);
	});
});
