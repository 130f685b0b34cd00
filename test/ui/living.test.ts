import { strict as assert } from 'node:assert';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';
import { type Theme, themes } from './themes.ts';

/** Longer than from one thing that happens in the sample to the next. */
const aWhile = 21_000;

describe('the sample that lives', () => {
	const code = useWindow({ extensions: [installed.partnerReferrals] });
	const tree = () => code().tree('Referrals');
	const top = async () =>
		(await tree()
			.row(/, New, Pending/)
			.getAttribute('aria-label')) ?? '';
	const action = (name: string) => code().page.getByRole('button', { name, exact: true });

	it('has another referral on top after a while, once it is refreshed', async () => {
		await code().openContainer('Partner Referrals');
		await code().page.getByRole('button', { name: 'Explore Sample Referrals' }).click();
		await tree().expand(/^Pending/);
		await tree()
			.row(/, New, Pending/)
			.waitFor();
		const before = await top();
		await code().page.waitForTimeout(aWhile);
		assert.equal(await top(), before);
		await code().palette.run('Partner Referrals: Refresh');
		await eventually(async () => assert.notEqual(await top(), before));
		assert.match(await top(), /expires in 13 days/);
		await tree().row(before).waitFor();
		const label = tree()
			.row(/, New, Pending/)
			.locator('.monaco-icon-label');
		const badge = () => label.evaluate((each) => getComputedStyle(each, '::after').content);
		await eventually(async () => assert.equal(await badge(), '"13"'));
		await code().screenshot('living sample');
	});

	it('says who is signed in', async () => {
		await code().page.getByText('You are amina.diallo@adventure-works.com there.').waitFor();
	});

	it('shows what is theirs in one click, and what is everybody’s in another', async () => {
		await tree().collapse(/^Pending/);
		await tree().all.hover();
		await action('Show Mine').click();
		await code().page.getByText('Filter: team amina.diallo@adventure-works.com').waitFor();
		await tree().expand(/^Accepted/);
		await tree()
			.row(/, Active, Accepted/)
			.waitFor();
		await tree().reveal(/^Accepted, [1-9]\d?(?: ·|$)|^Accepted, 100\+(?: ·|$)/);
		for (const theme of Object.keys(themes) as Theme[]) {
			await code().setTheme(theme);
			await tree().all.hover();
			await code().screenshot(`mine ${theme}`);
		}
		assert.equal(await code().palette.offers('Partner Referrals: Show Mine'), false);
		await tree().all.hover();
		await action("Show Everybody's").click();
		await code().page.getByText('Filter: team amina').waitFor({ state: 'detached' });
		await action('Show Mine').waitFor();
	});

	it('keeps the rest of the filter', async () => {
		const { palette, quickPick, page } = code();
		await palette.run('Partner Referrals: Filter…');
		await quickPick.choose(/\bStatus/);
		await quickPick.check(/^Active/);
		await quickPick.choose(/Show Referrals/);
		await page.getByText(/Filter: Active$/).waitFor();
		await palette.run('Partner Referrals: Show Mine');
		await page.getByText('Filter: Active · team amina.diallo@adventure-works.com').waitFor();
		await palette.run("Partner Referrals: Show Everybody's");
		await page.getByText(/Filter: Active$/).waitFor();
	});

	it('shows a colleague’s out of the teams of loaded referrals, or of a mail address that is typed', async () => {
		const { palette, quickPick, page } = code();
		await tree().expand(/^Accepted/);
		await tree()
			.row(/, Active, Accepted/)
			.waitFor();
		await palette.run("Partner Referrals: Show a Colleague's…");
		await quickPick.option(/amina\.diallo@adventure-works\.com.*you · \d+ of \d+ loaded/).waitFor();
		await code().screenshot('colleagues');
		await quickPick.choose(/erin\.o'hara@adventure-works\.com.*\d+ of \d+ loaded/);
		await page.getByText("Filter: Active · team erin.o'hara@adventure-works.com").waitFor();
		// Where nothing is loaded yet, there is nobody to choose, and the address is asked for at once.
		await eventually(async () => {
			await palette.run("Partner Referrals: Show a Colleague's…");
			const other = quickPick.option(/Another mail address…/);
			await other.click({ timeout: 2_000 }).catch(async (error: unknown) => {
				await quickPick.cancel();
				throw error;
			});
		});
		await quickPick.input.fill('nobody');
		await quickPick.all.getByText(/is no whole mail address/).waitFor();
		await quickPick.enter('nobody@adventure-works.com');
		await page.getByText('Filter: Active · team nobody@adventure-works.com').waitFor();
		await tree().expand(/^Accepted/);
		await tree()
			.row(/^Accepted, 0(?: ·|$)/)
			.waitFor();
	});

	it('has saved queries above the tree, with what is known of them, where the user wants that', async () => {
		const { palette, quickPick, page } = code();
		await code().setSettings({
			'partnerReferrals.queries': [
				{ name: 'Mine, active', status: 'Active', teamEmail: 'amina.diallo@adventure-works.com' },
				{ name: 'Large ones', valueAtLeast: 100_000, currency: 'USD' },
				{ name: 'Raw', advanced: "type eq 'Shared'" },
			],
		});
		await palette.run('Partner Referrals: Clear Filter');
		await tree().row(/^New/).waitFor();
		await palette.run('Partner Referrals: Show Saved Queries as Rows…');
		for (const name of ['Mine, active', 'Large ones', 'Raw'])
			await quickPick.all.getByText(name, { exact: true }).click();
		await quickPick.all.getByRole('button', { name: 'OK' }).click();
		await tree()
			.row(/^Mine, active, \d+ of \d+ loaded, saved query$/)
			.waitFor();
		await tree()
			.row(/, Active, Accepted/)
			.waitFor();
		await tree()
			.row(/^Large ones, [1-9]\d* of \d+ loaded, saved query$/)
			.waitFor();
		await tree()
			.row(/^Raw, saved query$/)
			.waitFor();
		await tree().click(/^Mine, active/);
		await page.getByText('Filter: Active · team amina.diallo@adventure-works.com').waitFor();
		await tree()
			.row(/^Mine, active.*saved query, shown now$/)
			.waitFor();
		for (const theme of Object.keys(themes) as Theme[]) {
			await code().setTheme(theme);
			await code().screenshot(`saved rows ${theme}`);
		}
		await tree().inlineAction(/^Raw/, 'Hide This Row');
		await tree().row(/^Raw/).waitFor({ state: 'detached' });
		await tree()
			.row(/^Large ones/)
			.waitFor();
	});
});
