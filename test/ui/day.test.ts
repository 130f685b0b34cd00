import { strict as assert } from 'node:assert';
import { sampleSettings } from '../workbench/sampleSettings.ts';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';
import { type Theme, themes } from './themes.ts';

describe("a seller's day, on the sample", () => {
	const code = useWindow({ extensions: [installed.partnerReferrals], settings: sampleSettings });
	const tree = () => code().tree('Referrals');

	it('begins without a request, and so with nothing that needs attention', async () => {
		await code().openContainer('Partner Referrals');
		await tree().row(/^New/).waitFor();
		assert.equal(
			await tree()
				.row(/^Needs attention/)
				.count(),
			0,
		);
	});

	it('says what expires soon and what needs attention among what is loaded, and counts it on the icon', async () => {
		await code().palette.run('Partner Referrals: Show Expiring Soon');
		await code().page.getByText('Filter: New · expires in the next 3 days').waitFor();
		await tree().expand(/^Pending/);
		await tree()
			.row(/^Expiring soon, \d+ of 100 loaded/)
			.waitFor();
		await tree()
			.row(/^Needs attention, \d+ of 100 loaded/)
			.waitFor();
		const badge = code().page.getByRole('tab', {
			name: /Partner Referrals.*\d+ referrals expire within 3 days, of 100 that are loaded/,
		});
		await badge.waitFor();
		await tree().expand(/^Expiring soon/);
		await code().screenshot('day expiring');
		await code().page.getByRole('button', { name: 'Clear Filter' }).click();
		await code().page.getByText('Filter: New').waitFor({ state: 'detached' });
	});

	it('says the reason on each row', async () => {
		await tree().expand(/^Pending/);
		await tree()
			.row(/^Needs attention, \d+ of 100 loaded/)
			.waitFor();
		await tree().collapse(/^Pending/);
		await tree().expand(/^Accepted/);
		await tree()
			.row(/^Needs attention, \d+ of 200 loaded/)
			.waitFor();
		await tree().collapse(/^Accepted/);
		await tree().expand(/^Needs attention/);
		await tree()
			.row(/expires in|expired/)
			.waitFor();
		await code().screenshot('day attention');
	});

	for (const theme of Object.keys(themes) as Theme[])
		it(`looks right in ${theme}`, async () => {
			await code().setTheme(theme);
			await code().screenshot(`day ${theme}`);
		});

	it('puts a row aside until it changes, and brings it back', async () => {
		const count = async () =>
			Number(
				/^Needs attention, (\d+)/.exec(
					(await tree()
						.row(/^Needs attention/)
						.getAttribute('aria-label')) ?? '',
				)?.[1],
			);
		const before = await count();
		const first = tree().row(/expires in|expired/);
		await first.click({ button: 'right' });
		await code().page.keyboard.press('Escape');
		await tree().contextMenu(/expires in|expired/, 'Dismiss Until It Changes');
		await eventually(async () => assert.equal(await count(), before - 1));
		await code().palette.run('Partner Referrals: Show Snoozed and Dismissed Again');
		await eventually(async () => assert.equal(await count(), before));
	});

	it('groups by country, and keeps that when the window is loaded again', async () => {
		await code().palette.run('Partner Referrals: Group By…');
		await code().quickPick.choose(/Country/);
		await tree()
			.row(/^Germany|^United States/)
			.waitFor();
		await tree().reveal('Load referrals of all groups');
		await code().screenshot('day by country');
		await tree().click('Load referrals of all groups');
		await tree().reveal(/^Load more \(\d+ loaded\)/);
		await code().screenshot('day by country, more');
	});

	it('groups by fiscal quarter', async () => {
		await code().palette.run('Partner Referrals: Group By…');
		await code().quickPick.choose(/close quarter/);
		await tree()
			.row(/^FY\d\d Q\d/)
			.waitFor();
		await code().screenshot('day by quarter');
		await tree().expand(/^FY\d\d Q\d/);
		await code().screenshot('day in a quarter');
		await code().palette.run('Partner Referrals: Group By…');
		await code().quickPick.choose(/Status/);
		await tree().row(/^New/).waitFor();
	});

	it('sorts by value, of what is loaded', async () => {
		await code().palette.run('Partner Referrals: Sort By…');
		await code().quickPick.choose(/Highest value first/);
		await code().page.getByText('Filter: highest value first').waitFor();
		await tree().expand(/^Accepted/);
		await code().screenshot('day by value');
	});
});
