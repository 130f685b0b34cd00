import { strict as assert } from 'node:assert';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';
import { type Theme, themes } from './themes.ts';

describe('sample tour', () => {
	const code = useWindow({ extensions: [installed.partnerReferrals] });
	const tree = () => code().tree('Referrals');

	it('offers to sign in or to explore sample referrals', async () => {
		await code().openContainer('Partner Referrals');
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).waitFor();
		await code().screenshot('welcome');
		await code().page.getByRole('button', { name: 'Explore Sample Referrals' }).click();
		await tree().row(/^New/).waitFor();
	});

	it('groups referrals by status and substatus', async () => {
		await tree().shows([
			...['New', 'Pending', 'Received'],
			...['Active', 'Accepted'],
			...['Closed', 'Won', 'Lost', 'Declined', 'Expired'],
			'Other statuses',
		]);
	});

	it('shows the first page of a group that is expanded', async () => {
		await tree().expand(/^Pending/);
		await tree()
			.row(/^Pending.*100\+/)
			.waitFor();
		await tree()
			.row(/, New, Pending/)
			.waitFor();
	});

	it('marks a new referral with the days that are left to answer it', async () => {
		const label = (await tree().reveal(/, New, Pending.*expires in \d+ days/)).locator('.monaco-icon-label');
		const badge = () => label.evaluate((each) => getComputedStyle(each, '::after').content);
		await eventually(async () => assert.match(await badge(), /^"(?:\dd|1\d)"$/));
	});

	it('loads more, twice, and goes on from where one stood', async () => {
		await loadMore(100);
		await loadMore(200);
		await tree().reveal(/^Pending.*300\+/);
	});

	it('counts a group exactly once it has all of it', async () => {
		await tree().collapse(/^Pending/);
		await tree().expand(/^Expired/);
		await tree().reveal(/^Expired, 100(?: ·|$)/);
		await tree().collapse(/^Expired/);
	});

	it('looks through the wider list for what fits nowhere else', async () => {
		await tree().expand(/^Other statuses/);
		await tree().reveal(/, Active, (Declined|None)|Load more \(\d+ found in 100\)/);
	});

	it('opens the details of the referral that is clicked', async () => {
		await tree().expand(/^Received/);
		const row = tree().row(/, New, Received/);
		const name = (await row.getAttribute('aria-label')) ?? '';
		await row.click();
		const title = code().details.content.getByRole('heading', { level: 1 });
		await title.waitFor();
		assert.ok(name.startsWith((await title.textContent()) ?? '?'), name);
		await code().details.content.getByRole('heading', { name: 'Customer' }).waitFor();
	});

	for (const theme of Object.keys(themes) as Theme[])
		it(`looks right in ${theme}`, async () => {
			await code().setTheme(theme);
			await code().screenshot(`details ${theme}`);
		});

	it('filters from the command palette, and refuses what cannot be meant', async () => {
		const { quickPick } = code();
		await code().palette.run('Partner Referrals: Filter…');
		await quickPick.choose(/Engagement id/);
		await quickPick.all.getByText('Filter Referrals: Engagement id').waitFor();
		await quickPick.input.fill('no guid');
		await quickPick.all.getByText(/an example that works is/).waitFor();
		await quickPick.input.fill('');
		await quickPick.all.getByRole('button', { name: 'Back' }).click();
		await quickPick.choose(/\bStatus/);
		await quickPick.check(/^Closed/);
		await quickPick.choose(/\bSubstatus/);
		await quickPick.checkbox(/Accepted.*never Accepted/).waitFor();
		await quickPick.check(/^Won/);
		await quickPick.choose(/Show Referrals/);
		await code().page.getByText('Filter: Closed › Won').waitFor();
		await tree().row(/^New/).waitFor({ state: 'detached' });
		await tree().shows(['Closed', 'Won']);
		await code().screenshot('filtered');
	});

	it('shows everything again once the filter is cleared', async () => {
		await code().page.getByRole('button', { name: 'Clear Filter' }).click();
		await tree().row(/^New/).waitFor();
		await code().page.getByText('Filter: Closed › Won').waitFor({ state: 'detached' });
	});

	/** Clicks the row "Load more", and waits until the first of the new referrals has the focus. */
	async function loadMore(loaded: number): Promise<void> {
		await (await tree().reveal(`Load more (${loaded} loaded)`)).click();
		await tree()
			.all.locator(`.focused[aria-posinset="${loaded + 1}"]`)
			.waitFor();
	}
});
