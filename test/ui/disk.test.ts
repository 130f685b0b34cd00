import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyField } from '../partner-api/everyField.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';

const token = 'a-token-that-no-disk-may-hold';
const others = ['Fabrikam rollout', 'Contoso renewal', 'Northern Bakery'].map((name, index) => ({
	...everyField,
	id: `0d43414c-0009-4000-8000-00000000000${index}`,
	name,
	status: 'New',
	substatus: 'Pending',
	customerProfile: { ...everyField.customerProfile, name: `${name} Ltd` },
}));
const api = await startPartnerApi({ token, tenant: { referrals: [everyField, ...others] } });
const exports = new TemporaryFolder('disk');

/** Words of customers and of what somebody types about them. */
const words = [
	...others.flatMap(({ name, customerProfile }) => [name, customerProfile.name]),
	...everyField.customerProfile.team.flatMap(({ email, phoneNumber }) => [email, phoneNumber]),
	'ada.seller@contoso.com',
	'bakery oven 9000',
	'northern b',
].filter((word) => typeof word === 'string' && word !== '');

describe('after a day of use', () => {
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	after(() => exports.remove());

	it('everything was used', async () => {
		await tree().expand(/^Pending/);
		await tree()
			.row(/Fabrikam rollout/)
			.click();
		await code().details.title.waitFor();
		await code().palette.run('Partner Referrals: Open as JSON');
		await code()
			.page.locator('.editor-instance .view-lines')
			.filter({ hasText: 'Fabrikam' })
			.first()
			.waitFor();
		await code().palette.run('Partner Referrals: Compare with…');
		await code().quickPick.input.fill('northern b');
		await code().quickPick.choose(/Northern Bakery/);
		await code().page.locator('.monaco-diff-editor').waitFor();
		await code().palette.run('Partner Referrals: Go to Referral…');
		await code().quickPick.input.fill('bakery oven 9000');
		await code().press('Escape');
		await code().openLink(
			'vscode://partner-referrals.partner-referrals/query?teamEmail=ada.seller@contoso.com&product=bakery%20oven%209000&text=northern%20b',
		);
		await code().dialog.answer(/A link wants to show referrals/, 'Show');
		await code().page.getByText('ada.seller@contoso.com').first().waitFor({ state: 'attached' });
		await code().palette.run('Partner Referrals: Check Access…');
		await code().page.getByRole('button', { name: 'Copy Report' }).click();
		await code().palette.run('Partner Referrals: Copy Diagnostics');
		await code().palette.run('Partner Referrals: Show Log');
		await code().palette.run('Partner Referrals: Clear Filter');
		await tree()
			.row(/Northern Bakery/)
			.waitFor();
	});

	it('nothing of a customer, and no token, is on disk, also after a reload', async () => {
		for (const reload of [false, true]) {
			if (reload) {
				await code().reload();
				// What opens links for tests opens its last one again.
				await code().dialog.answer(/A link wants to show referrals/, 'Cancel');
			}
			// The window writes down what it is to remember some seconds later.
			await code().leaveAndComeBack();
			const stored = await code().stored();
			assert.ok(stored.includes('partnerReferrals'), 'This was not looked for in the right place.');
			for (const [place, text] of [['the browser', stored], ...code().written()] as const)
				for (const word of words)
					assert.ok(!text.toLowerCase().includes(word.toLowerCase()), `${word} is in ${place}.`);
			// The stand-in for Microsoft's accounts keeps it once, where those keep it encrypted.
			assert.equal(stored.split(token).length, 2);
			for (const [place, text] of code().written()) assert.ok(!text.includes(token), place);
		}
	});

	it('but in a file that was exported by name', async () => {
		const file = join(exports.path, 'pipeline.csv');
		await code().startExport(file);
		await eventually(() => assert.ok(readFileSync(file, 'utf8').includes('Northern Bakery Ltd')));
		assert.deepEqual(readdirSync(exports.path), ['pipeline.csv']);
		for (const [place, text] of code().written()) assert.ok(!text.includes('Northern Bakery'), place);
	});
});
