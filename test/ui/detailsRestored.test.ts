import { strict as assert } from 'node:assert';
import { everyField } from '../partner-api/everyField.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';

const tenant = { referrals: [everyField, { ...everyField, id: '0d43414c-0003-4000-8000-000000000001' }] };
const api = await startPartnerApi({ token: 'a-token-for-tests', tenant });

/** What only the customer's own fields have. */
const ofCustomer = [
	'Fabrikam',
	'Ada',
	'Weber',
	'fabrikam.com',
	'555 0100',
	'Specimen Way',
	'50,000',
	'50000',
];

describe('a details page after a reload of the window', () => {
	const code = useSignedInWindow(api);
	const details = () => code().details;

	it('comes back by its id alone, as it was left', async () => {
		await code().goToReferral(everyField.id);
		await details().button('Pin').click();
		await details().content.getByRole('button', { name: 'Pin', pressed: true }).waitFor();
		await details().section('Ids').scrollIntoViewIfNeeded();
		await eventually(async () => assert.ok((await details().scrolled()) > 0));
		const scrolled = await details().scrolled();
		api.forgetRequests();
		await code().reload();
		await details().shows(everyField.id);
		assert.equal(await details().title.textContent(), everyField.name);
		await details().content.getByRole('button', { name: 'Pin', pressed: true }).waitFor();
		await eventually(async () => assert.ok(Math.abs((await details().scrolled()) - scrolled) < 3));
		assert.deepEqual(
			api.requests.map(({ url }) => url),
			[`/v1.0/engagements/referrals/${everyField.id}`],
		);
	});

	it('has left nothing of the customer on disk', async () => {
		const stored = await code().stored();
		assert.ok(
			stored.includes(everyField.id),
			'The id is not there, so this was not looked for in the right place.',
		);
		for (const word of ofCustomer) assert.ok(!stored.includes(word), `${word} is stored.`);
	});

	it('nor has its JSON, nor a comparison', async () => {
		await code().palette.run('Partner Referrals: Open as JSON');
		await code().page.locator('.editor-instance .view-lines').filter({ hasText: 'Fabrikam' }).waitFor();
		await code().palette.run('Partner Referrals: Compare with…');
		await code().quickPick.input.fill('0d43414c-0003-4000-8000-000000000001');
		await code().quickPick.choose(/Ask Partner Center/);
		await code()
			.page.locator('.monaco-diff-editor .modified .view-lines')
			.filter({ hasText: 'id' })
			.waitFor();
		await code().reload();
		const stored = await code().stored();
		assert.ok(stored.includes(everyField.id));
		for (const word of ofCustomer) assert.ok(!stored.includes(word), `${word} is stored.`);
	});

	it('shows that it asks, and can be told to ask again', async () => {
		await code().palette.run('View: Close All Editors');
		await code().goToReferral(everyField.id);
		api.failNext('stall', { when: ({ kind }) => kind === 'one' });
		api.forgetRequests();
		await code().reload();
		await details().content.locator('.busy').waitFor();
		// The page says that it asks before the service hears of it; the next request would be kept waiting instead.
		await eventually(() => assert.equal(api.requests.length, 1));
		await code().palette.run('Partner Referrals: Refresh Referral');
		await details().shows(everyField.id);
	});

	it('says why when the service cannot be reached, and comes back at Retry', async () => {
		await code().palette.run('View: Close All Editors');
		await code().goToReferral(everyField.id);
		await api.close();
		await code().reload();
		await details().notice.getByText('Nobody answers at the address of the service.').waitFor();
		await code().screenshot('details not restored');
		assert.deepEqual(await details().violations(), []);
		await api.start();
		await details().notice.getByRole('button', { name: 'Retry' }).click();
		await details().shows(everyField.id);
	});

	it('says so when the referral is gone', async () => {
		api.failNext('status404', { when: ({ kind }) => kind === 'one' });
		await code().reload();
		await details().notice.getByText('This is no longer there, or not visible to you.').waitFor();
	});

	it('asks to sign in when nobody is, and comes back once somebody has', async () => {
		await code().palette.run('Microsoft Accounts: Sign Out Everywhere');
		await code().reload();
		await details().notice.getByText('You are signed out, or your sign-in has expired.').waitFor();
		api.forgetRequests();
		await details().notice.getByRole('button', { name: 'Sign In' }).click();
		await code().dialog.answer(/sign in using Microsoft/, 'Allow');
		await details().shows(everyField.id);
	});

	it('is closed when the user signs out, as are the documents', async () => {
		await details().button('Open as JSON').click();
		await details().tab(`${everyField.id}.json`).waitFor();
		await code().palette.run('Partner Referrals: Sign Out');
		await details()
			.tab(/\.json/)
			.waitFor({ state: 'detached' });
		await details()
			.tab(/^Referral/)
			.waitFor({ state: 'detached' });
	});
});
