import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { deal, TenantInHand } from '../partner-api/TenantInHand.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';

const worth = (dealValue: number) => ({ details: { dealValue, currency: 'USD' } });
const rollout = deal({ name: 'Fabrikam rollout', ...worth(50_000) });
const renewal = deal({ name: 'Contoso renewal', ...worth(20_000) });
const ovens = deal({ name: 'Northern ovens', ...worth(7_000) });
const tenant = new TenantInHand([rollout, renewal, ovens]);
const api = await startPartnerApi({ token: 'a-token-for-tests', send: tenant.send });

describe('since you last looked', () => {
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	const noun = 'Partner Referrals:';
	/** What was written down of what was seen. */
	const kept = () =>
		code()
			.written()
			.filter(([path]) => /[\\/]seen[\\/][0-9a-f]{32}$/.test(path));

	it('nothing is marked the first time', async () => {
		await tree().expand(/^Pending/);
		await tree()
			.row(/Fabrikam rollout/)
			.waitFor();
		assert.equal(
			await tree()
				.row(/Fabrikam rollout.*(new|updated|→)$/)
				.count(),
			0,
		);
		await tree()
			.row(/^Pending, 3(?: ·|$)/)
			.waitFor();
		await eventually(() => assert.equal(kept().length, 1));
	});

	it('a refresh marks what has changed, with what was and what is, and what is new', async () => {
		tenant.change(rollout, worth(80_000));
		tenant.change(renewal, worth(25_000));
		tenant.referrals = [
			deal({ name: 'Adventure bikes', createdDateTime: new Date().toISOString() }),
			...tenant.referrals,
		];
		await code().palette.run(`${noun} Refresh`);
		await tree()
			.row(/Fabrikam rollout.*value \$50,000 → \$80,000$/)
			.waitFor();
		await tree()
			.row(/Contoso renewal.*value \$20,000 → \$25,000$/)
			.waitFor();
		await tree()
			.row(/Adventure bikes.*new$/)
			.waitFor();
		await tree()
			.row(/^Pending, 4 · 1 new · 2 changed(?: ·|$)/)
			.waitFor();
		for (const theme of ['Default Light Modern', 'Default High Contrast', 'Default Dark Modern'] as const) {
			await code().setTheme(theme);
			await code().screenshot(`since marked ${theme}`);
		}
	});

	it('the badge counts it where the user wants that', async () => {
		await code().setSettings({ 'partnerReferrals.badge': 'changes' });
		const said = /3 referrals are new or have changed since you last looked, of 4 that are loaded/;
		await code().page.getByRole('tab', { name: said }).waitFor();
	});

	it('Next Change goes from one to the next, and opening one takes its mark away', async () => {
		const selected = (name: RegExp) => tree().all.locator('.monaco-list-row.selected').getByText(name);
		await code().palette.run(`${noun} Next Change`);
		await selected(/Adventure bikes/).waitFor();
		await code().palette.run(`${noun} Next Change`);
		await selected(/Fabrikam rollout/).waitFor();
		await code().press('Enter');
		await code().details.shows(rollout.id);
		await tree()
			.row(/^Pending, 4 · 1 new · 1 changed(?: ·|$)/)
			.waitFor();
		await code().screenshot('since opened');
	});

	it('after a restart, the marks that are left say what has changed, as far as that is known', async () => {
		await code().reload();
		await code().openContainer('Partner Referrals');
		await tree().expand(/^Pending/);
		await tree()
			.row(/Contoso renewal.*, value changed$/)
			.waitFor();
		await tree()
			.row(/Adventure bikes.*new$/)
			.waitFor();
		assert.equal(
			await tree()
				.row(/Fabrikam rollout.*(new|updated|→|changed)$/)
				.count(),
			0,
		);
		await tree().tooltip(/Contoso renewal/, 'Since you last looked: value changed');
		await code().screenshot('since after a restart');
	});

	it('nothing of a customer is on disk for it, and no id', async () => {
		await code().palette.run(`${noun} Sign Out`);
		await eventually(() => assert.equal(kept().length, 1));
		const [[, text = ''] = []] = kept();
		for (const { id, name } of tenant.referrals)
			for (const word of [id, name, 'Pending', '80000', 'ada@partner.example', api.endpoint])
				assert.ok(!text.includes(word), word);
		for (const line of text.split('\n').slice(1))
			assert.match(line, /^[\w-]{16} [0-9a-z]+ [0-9a-z]+ [nw-]+ [\w-]{24}$/);
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await code().quickPick.choose('ada@partner.example');
	});

	it('a row can be marked as seen, and then all of them', async () => {
		await tree().expand(/^Pending/);
		await tree().contextMenu(/Contoso renewal.*, value changed$/, 'Mark as Seen');
		await tree()
			.row(/^Pending, 4 · 1 new(?: ·|$)/)
			.waitFor();
		await code().palette.run(`${noun} Mark All as Seen`);
		await tree()
			.row(/^Pending, 4(?: ·|$)/)
			.waitFor();
		await code().palette.run(`${noun} Next Change`);
		await code().notification('None of the loaded referrals is new or has changed').waitFor();
	});

	it('what one window has seen, another one has seen once it gets the focus', async () => {
		const other = await code().another();
		await other.openContainer('Partner Referrals');
		await other.tree('Referrals').expand(/^Pending/);
		await other
			.tree('Referrals')
			.row(/Contoso renewal/)
			.waitFor();
		tenant.change(renewal, worth(26_000));
		for (const window of [code(), other]) {
			await window.palette.run(`${noun} Refresh`);
			await window
				.tree('Referrals')
				.row(/Contoso renewal.*value \$25,000 → \$26,000$/)
				.waitFor();
		}
		const before = kept()[0]?.[1];
		await code().palette.run(`${noun} Mark All as Seen`);
		await eventually(() => assert.notEqual(kept()[0]?.[1], before));
		await other.leaveAndComeBack();
		await other
			.tree('Referrals')
			.row(/^Pending, 4(?: ·|$)/)
			.waitFor();
		await other.page.close();
	});

	it('a setting deletes what is kept', async () => {
		await code().setSettings({ 'partnerReferrals.rememberSeen': false });
		await eventually(() => assert.equal(kept().length, 0));
		tenant.change(ovens, worth(9_000));
		await code().palette.run(`${noun} Refresh`);
		await tree()
			.row(/Northern ovens.*value \$7,000 → \$9,000$/)
			.waitFor();
		assert.equal(kept().length, 0);
	});
});
