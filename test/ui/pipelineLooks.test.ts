import { strict as assert } from 'node:assert';
import { testedVersion } from '../workbench/testedVersion.ts';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';
import { PipelinePage } from './PipelinePage.ts';
import { type Theme, themes } from './themes.ts';

/** The page is the same in every version, so that one theme tells whether an older one has what it needs. */
const looks = (Object.keys(themes) as Theme[]).slice(0, testedVersion() === 'newest' ? undefined : 1);

describe('how the pipeline page looks', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals],
		settings: { 'partnerReferrals.source': 'sample' },
	});
	const page = () => new PipelinePage(code());
	const charts = () => page().content.locator('.charts');

	async function fold(isOpen: boolean): Promise<void> {
		if ((await charts().isVisible()) !== isOpen) await page().button('Charts').click();
		await charts().waitFor({ state: isOpen ? 'visible' : 'hidden' });
	}

	async function group(label: string): Promise<void> {
		await page().groupBy(label);
		await eventually(async () => assert.equal((await page().groups.count()) > 0, label !== 'Nothing'));
	}

	/** @param isWhole whether it is asked, too, what people with disabilities stumble over, which takes seconds */
	async function look(name: string, isWhole = true): Promise<void> {
		if (isWhole) assert.deepEqual(await code().details.violations(), [], name);
		assert.equal(await code().details.overflow(), 0, name);
		await code().screenshot(`pipeline ${name}`);
	}

	before(async () => {
		await code().openContainer('Partner Referrals');
		await code().tree('Referrals').row(/^New/).waitFor();
		await code().palette.run('Partner Referrals: Open Pipeline');
		await page().button('Load').waitFor();
	});

	for (const theme of looks)
		describe(`in ${theme}`, () => {
			before(() => code().setTheme(theme));

			if (theme === looks[0])
				it('has nothing that people with disabilities stumble over before anything is loaded', async () => {
					await look(`${theme} empty`);
					await page().load();
				});

			it('nor from 320 to 1,600 pixels, with charts open and folded, grouped and not', async function () {
				this.timeout(240_000);
				await code().inWidths([320, 900, 1600], async (width) => {
					assert.equal(await code().details.width(), width);
					// What is wrong in a narrow or a wide page is so in each theme, but for what doesn't fit.
					const isWhole = theme === looks[0] || width === 900;
					await fold(true);
					await group('Nothing');
					await page().line(1).click();
					await page().content.locator('.selection').getByText('1 selected').waitFor();
					await look(`${theme} in ${width} pixels`, isWhole);
					await fold(false);
					await group('Stage');
					await look(`${theme} in ${width} pixels, folded and grouped`, isWhole);
				});
			});

			it('nor with a filter box open', async () => {
				await page()
					.button(/Filter Stage|Change the filter of Stage/)
					.click();
				const box = page().content.getByRole('dialog');
				await box.getByRole('checkbox').nth(2).waitFor();
				await look(`${theme} with a filter box`);
				await code().press('Escape');
				await box.waitFor({ state: 'hidden' });
			});
		});
});
