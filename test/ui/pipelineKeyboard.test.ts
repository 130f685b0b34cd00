import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';
import { PipelinePage } from './PipelinePage.ts';

const exports = new TemporaryFolder('by-keyboard');

describe('the pipeline page by keyboard alone', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals],
		settings: { 'partnerReferrals.source': 'sample' },
	});
	after(() => exports.remove());
	const page = () => new PipelinePage(code());

	/** Presses Tab until the keyboard is at what is called this. */
	async function tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
		const seen: string[] = [];
		for (let stop = 0; stop < 80; stop++) {
			await code().press(key);
			const { focused } = page();
			if ((await focused.count()) === 0) continue;
			const said = await focused.first().evaluate((element) => {
				const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent;
				return (label ?? element.textContent ?? '').trim();
			});
			if (name.test(said)) return;
			seen.push(said.slice(0, 40));
		}
		assert.fail(`Tab leads to ${seen.join(' | ')}, and not to ${name}.`);
	}

	it('goes from Open Pipeline to rows', async () => {
		await code().press('F1');
		await code().quickPick.input.waitFor();
		await eventually(async () => {
			await code().press('Control+A');
			await code().type('>Partner Referrals: Open Pipeline');
			await code()
				.quickPick.all.locator('.monaco-list-row.focused')
				.filter({ hasText: 'Open Pipeline' })
				.waitFor({ timeout: 2_000 });
		});
		await code().press('Enter');
		await page().button('Load').waitFor();
		await tabTo(/^Load$/);
		await code().press('Enter');
		await page().lines.first().waitFor();
	});

	it('goes into the table, and through it', async () => {
		// What had the focus has gone, which must not lose the keyboard.
		await eventually(async () => {
			await tabTo(/./);
			assert.ok((await page().grid.locator(':focus').count()) > 0);
		});
		await eventually(async () => {
			await code().press('ArrowDown');
			assert.equal(await page().grid.locator('.line :focus').count(), 1);
		});
		await code().press('Control+Home');
		await eventually(async () => assert.equal(await page().line(0).locator(':focus').count(), 1));
		await code().press('ArrowDown', 'ArrowDown', 'End');
		await eventually(async () =>
			assert.equal(await page().line(2).locator('[aria-colindex="9"]:focus').count(), 1),
		);
		await code().press('Control+End');
		await eventually(async () => {
			const last = Number(await page().grid.getAttribute('aria-rowcount'));
			const place = await page().focused.evaluate((cell) =>
				Number(cell.closest('[role="row"]')?.getAttribute('aria-rowindex')),
			);
			assert.ok(place >= last - 2 && place > 100, `${place} of ${last}`);
		});
		await code().press('Control+Home');
		await eventually(async () => assert.equal(await page().line(0).locator(':focus').count(), 1));
	});

	it('sorts and filters, and comes back to the rows', async () => {
		await code().press('ArrowUp');
		await eventually(async () => assert.equal(await page().grid.locator('.heading :focus').count(), 1));
		await code().press('Enter');
		await page().grid.locator('[aria-sort="ascending"]').waitFor();
		await code().press('Alt+ArrowDown');
		const words = page().content.getByLabel('Has all of these words');
		await words.waitFor();
		await code().type('a');
		await code().press('Enter');
		await page().covers(/ of [\d,]+\+ loaded$/);
		await eventually(async () => {
			assert.equal(await page().grid.locator('.heading :focus').count(), 1);
		});
		await code().press('ArrowDown');
		await eventually(async () => assert.equal(await page().line(0).locator(':focus').count(), 1));
		await code().screenshot('pipeline by keyboard');
	});

	it('selects some and exports them to a file', async () => {
		await code().press('ArrowDown', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
		await eventually(async () => assert.equal(await page().selected.count(), 3));
		const chosen = await Promise.all([1, 2, 3].map((place) => page().cellText(place, 0)));
		await tabTo(/^Export…$/);
		await code().screenshot('pipeline by keyboard, selected');
		await code().press('Enter');
		// The dialog is there before it has looked at the folder that it proposes.
		await code().quickPick.option('..').waitFor();
		const file = join(exports.path, 'by keyboard.csv');
		await eventually(async () => {
			await code().press('Control+A');
			await code().type(file);
			assert.equal(await code().quickPick.input.inputValue(), file);
		});
		await eventually(async () => {
			if (existsSync(file)) return;
			if (await code().quickPick.input.isVisible()) await code().press('Enter');
			assert.ok(existsSync(file), 'Nothing was written yet.');
		});
		const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { bom: true, columns: true });
		assert.deepEqual(
			rows.map((row) => row['Deal Name'] || row['Customer Name']).toSorted(),
			chosen.toSorted(),
		);
	});
});
