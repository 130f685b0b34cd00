import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { useSignedInWindow } from './harness.ts';
import type { VsCodeWindow } from './VsCodeWindow.ts';

const api = await startPartnerApi({ token: 'a-token-for-tests' });

describe('a sign-out in another window of the same user', () => {
	const one = useSignedInWindow(api);
	let other: VsCodeWindow;
	before(async () => {
		other = await one().another();
	});

	/** Loads rows in a window. */
	async function load(window: VsCodeWindow): Promise<void> {
		await window.openContainer('Partner Referrals');
		await window.tree('Referrals').expand(/^Pending/);
		await window.tree('Referrals').reveal(/^Pending, 100\+/);
	}

	/** Resolves when nobody is signed in in a window, and nothing is left in it. */
	async function isEmpty(window: VsCodeWindow): Promise<void> {
		await window.page.getByRole('button', { name: 'Explore Sample Referrals' }).waitFor();
		await window.tree('Referrals').shows([]);
	}

	async function signOut(window: VsCodeWindow): Promise<void> {
		await window.palette.run('Partner Referrals: Sign Out');
		await isEmpty(window);
		api.forgetRequests();
	}

	/** Signs in again in one window. */
	async function signIn(window: VsCodeWindow): Promise<void> {
		await window.page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await window.dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await window.quickPick.choose('ada@partner.example');
		await window
			.tree('Referrals')
			.row(/^Pending/)
			.waitFor();
	}

	it('empties this one when it is used, and asks the service nothing', async () => {
		await load(one());
		await load(other);
		await signOut(one());
		await other.palette.run('Partner Referrals: Refresh').catch(() => {}); // it may be gone by then
		await isEmpty(other);
		assert.equal(api.requests.length, 0);
	});

	it('is followed by a sign-in in both', async () => {
		await signIn(one());
		await load(one());
		await load(other);
	});

	it('empties this one when it gets the focus, and asks the service nothing', async () => {
		await signOut(other);
		await one().leaveAndComeBack();
		await isEmpty(one());
		assert.equal(api.requests.length, 0);
	});

	it('empties this one even if somebody has signed in again before it is looked at', async () => {
		await signIn(one());
		await load(other);
		await signOut(one());
		await signIn(one());
		await other
			.tree('Referrals')
			.row(/^Pending/)
			.waitFor();
		await other
			.tree('Referrals')
			.row(/, New, Pending/)
			.first()
			.waitFor({ state: 'detached' });
		assert.equal(api.listRequests().length, 0);
	});
});
