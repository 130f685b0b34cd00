import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';
import type { VsCodeWindow } from './VsCodeWindow.ts';

const api = await startPartnerApi({ token: 'a-token-for-tests' });

describe('fault A 11: two windows of one user', () => {
	const one = useSignedInWindow(api);
	let other: VsCodeWindow;

	before(async () => {
		other = await one().another();
		await other.openContainer('Partner Referrals');
		await other.tree('Referrals').expand(/^Pending/);
		await other
			.tree('Referrals')
			.row(/^Pending.*100\+/)
			.waitFor();
	});

	it('empties the other, at the latest when it is used, and asks the service nothing for it', async () => {
		await one().page.bringToFront();
		await one().palette.run('Partner Referrals: Sign Out');
		await one().page.getByRole('button', { name: 'Explore Sample Referrals' }).waitFor();
		api.forgetRequests();
		await other.page.bringToFront();
		await other.palette.run('Partner Referrals: Refresh').catch(() => {}); // it need not be offered any more
		await eventually(async () => {
			assert.ok(await other.page.getByRole('button', { name: 'Explore Sample Referrals' }).isVisible());
			assert.deepEqual(await other.tree('Referrals').names(), []);
		});
		assert.equal(api.requests.length, 0);
	});
});
