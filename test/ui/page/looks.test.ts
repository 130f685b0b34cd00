import { strict as assert } from 'node:assert';
import { themes } from '../themes.ts';
import { usePage } from './usePage.ts';

const widths = [320, 900, 1600];

describe('the page of the pipeline', function () {
	this.timeout(120_000);
	const page = usePage({ rows: 10_000 });
	const dress = async () => {
		await page().cell(2, 0).click();
		await page()
			.cell(4, 0)
			.click({ modifiers: ['Shift'] });
		await page().heading('Status').click();
		await page().heading('Customer', 'filter').click();
		await page().page.keyboard.type('Contoso');
		await page().press('Enter');
		await page().page.evaluate(() =>
			window.fake.change({
				cover: { busy: true, notice: { text: 'Three groups could not be loaded.', action: 'Retry' } },
			}),
		);
		await page().page.waitForTimeout(100);
	};
	/** How many pixels of what stands around the table are beyond the right edge, and texts that are cut off. */
	const clipped = () =>
		page().page.evaluate(() => [
			document.documentElement.scrollWidth - document.documentElement.clientWidth,
			...[...document.querySelectorAll('header *, footer *, .notice *')]
				.filter((element) => element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1)
				.filter((element) => getComputedStyle(element).display !== 'inline')
				.map((element) => element.outerHTML),
		]);

	// The real window has everything else looked at in each theme.
	for (const [theme, heading] of [
		['Default Dark Modern', 'Customer'],
		['Default Light Modern', 'Status'],
		['Default High Contrast', 'Value'],
		['Default High Contrast Light', 'Closes'],
	] as const)
		it(`is readable in ${theme}, by whoever, at any width`, async () => {
			assert.ok(themes[theme]);
			await page().setTheme(theme);
			await dress();
			for (const width of widths) {
				await page().page.setViewportSize({ width, height: 800 });
				assert.deepEqual(await clipped(), [0]);
				await page().screenshot(`pipeline ${theme} ${width}`);
			}
			await page().page.setViewportSize({ width: 1200, height: 800 });
			await page().page.getByLabel('Group by').selectOption('Status');
			await page().row(0).locator('.whole').waitFor();
			await page().screenshot(`pipeline grouped ${theme}`);
			await page().heading(heading, 'filter').click();
			await page().page.getByRole('dialog').waitFor();
			assert.deepEqual(await page().faults(), []);
		});
	it('is there at 200 %, and where there is little room', async () => {
		await page().setTheme('Default Dark Modern');
		await dress();
		await page().page.setViewportSize({ width: 640, height: 400 });
		assert.deepEqual(await clipped(), [0]);
		await page().screenshot('pipeline zoomed');
		assert.ok(((await page().grid.boundingBox())?.height ?? 0) > 180);
	});
	it('is told apart without the colours of a theme', async () => {
		await page().page.emulateMedia({ forcedColors: 'active' });
		await dress();
		await page().screenshot('pipeline forced colours');
	});
	it('says what it waits for', async () => {
		await page().setTheme('Default Light Modern');
		await page().page.evaluate(() => {
			window.fake.change({
				cover: { wantsLoad: true, text: 'Nothing is loaded · Filter: Status is New' },
				body: { lines: 0, emptyText: 'Press Load to show referrals here.' },
			});
		});
		await page().page.getByRole('button', { name: 'Load', exact: true }).click();
		await page().asksAtLast({ type: 'load' });
		assert.deepEqual(await page().faults(), []);
		await page().screenshot('pipeline empty');
	});
});
