import { strict as assert } from 'node:assert';
import { usePage } from './usePage.ts';

describe('the columns of the pipeline', function () {
	this.timeout(60_000);
	const page = usePage({ rows: 2_000, columns: 5 });
	const columns = async () =>
		page().page.evaluate(() => window.fake.state.head.columns.map(({ id, width }) => `${id} ${width}`));

	it('are what rows are put into order by, by several', async () => {
		await page().heading('Status').click();
		await page().asksAtLast({ type: 'sort', column: 'c1', add: false });
		await page().says('2,000 lines');
		await page()
			.heading('Value')
			.click({ modifiers: ['Shift'] });
		await page().heading('Value').press('Shift+Enter');
		await page().asksAtLast({ type: 'sort', column: 'c2', add: true });
		const headings = page().grid.locator('[role="columnheader"]');
		assert.equal(await headings.nth(1).getAttribute('aria-sort'), 'ascending');
		assert.equal(await headings.nth(2).getAttribute('aria-sort'), null);
		await headings.nth(2).filter({ hasText: /↓\s*2/ }).waitFor();
		const first = await page().page.evaluate(() => window.fake.rowAt(0));
		await page().cell(0, 0).getByText(`Contoso ${first} `).waitFor();
	});
	it('are made wider by keys and by the mouse', async () => {
		await page().heading('Status').focus();
		await page().press('Alt+Shift+ArrowRight', 'Alt+Shift+ArrowRight');
		await page().says('Status is 162 pixels wide.');
		assert.deepEqual((await columns())[1], 'c1 162');
		const edge = await page().grid.locator('.heading').nth(0).locator('.edge').boundingBox();
		assert.ok(edge);
		await page().page.mouse.move(edge.x + 4, edge.y + 10);
		await page().page.mouse.down();
		await page().page.mouse.move(edge.x + 64, edge.y + 10, { steps: 4 });
		const { width } = (await page().cell(0, 0).boundingBox()) ?? {};
		assert.equal(width, 280);
		await page().page.mouse.up();
		await page().page.waitForTimeout(50);
		assert.deepEqual((await columns())[0], 'c0 280');
		assert.deepEqual(await page().asked('sort'), []);
	});
	it('are put into another place by keys and by the mouse, and keep the focus', async () => {
		await page().heading('Status').focus();
		await page().press('Alt+ArrowRight');
		await page().says('Status is column 3 of 5.');
		await page().press('Alt+ArrowRight');
		await page().says('Status is column 4 of 5.');
		await page()
			.focused.filter({ hasText: /Status/ })
			.waitFor();
		await page().press('ArrowLeft');
		await page()
			.focused.filter({ hasText: /Closes/ })
			.waitFor();
		const from = await page().heading('Customer').boundingBox();
		const to = await page().heading('Closes').boundingBox();
		assert.ok(from && to);
		await page().page.mouse.move(from.x + 20, from.y + 10);
		await page().page.mouse.down();
		await page().page.mouse.move(to.x + to.width, to.y + 10, { steps: 5 });
		assert.ok(await page().grid.locator('.drop').isVisible());
		await page().page.mouse.up();
		await page().page.waitForTimeout(50);
		assert.deepEqual(
			(await columns()).map((each) => each.split(' ')[0]),
			['c2', 'c3', 'c0', 'c1', 'c4'],
		);
		assert.deepEqual(await page().asked('sort'), []);
		await page()
			.cell(0, 2)
			.filter({ hasText: /Contoso/ })
			.waitFor();
	});
});

describe('the filters of the pipeline', function () {
	this.timeout(60_000);
	const page = usePage({ rows: 2_000, columns: 5 });
	const box = () => page().page.getByRole('dialog');

	it('are of words', async () => {
		await page().heading('Customer').focus();
		await page().press('Alt+ArrowDown');
		await box().waitFor();
		await page().page.keyboard.type('Contoso 77');
		await page().press('Enter');
		await page().asksAtLast({ type: 'filter', column: 'c0', filter: { kind: 'words', words: 'Contoso 77' } });
		// It goes back to where one came from.
		await page()
			.focused.filter({ hasText: /Customer/ })
			.waitFor();
		await page()
			.page.getByRole('button', { name: 'Change the filter of Customer: Filtered by somebody' })
			.waitFor();
		await page().says('11 lines');
		await page().page.getByRole('button', { name: 'Clear Filters' }).waitFor();
		await page().page.getByRole('button', { name: 'Search with These Filters' }).waitFor();
		await page().press('Alt+ArrowDown');
		assert.equal(await box().getByRole('textbox').inputValue(), 'Contoso 77');
		await box().getByRole('button', { name: 'Clear Filter' }).click();
		await page().says('2,000 lines');
	});
	it('are of values, as many as are checked, or all but these', async () => {
		await page().heading('Status', 'filter').click();
		await box().getByText('There are more values than these.').waitFor();
		await box().getByRole('searchbox').fill('wo');
		await box().getByRole('checkbox', { name: 'Won' }).check();
		await box().getByRole('searchbox').fill('');
		await box().getByRole('checkbox', { name: 'New' }).focus();
		await page().press('ArrowDown', 'Space');
		await box().getByRole('checkbox', { name: 'Show all but these' }).check();
		await page().screenshot('pipeline filter');
		await box().getByRole('button', { name: 'Apply' }).click();
		await page().asksAtLast({
			...{ type: 'filter', column: 'c1', filter: { kind: 'values', values: ['Won', 'Active'], not: true } },
		});
		await page().cell(0, 1).getByText('New', { exact: true }).waitFor();
	});
	it('are from a number to another', async () => {
		await page().heading('Value', 'filter').click();
		await box().getByLabel('From').fill('1000');
		await box().getByLabel('To').fill('2000.5');
		await page().press('Enter');
		await page().asksAtLast({
			type: 'filter',
			column: 'c2',
			filter: { kind: 'numbers', from: 1_000, to: 2_000.5 },
		});
	});
	it('are from a day on', async () => {
		await page().heading('Closes', 'filter').click();
		await box().getByLabel('From').fill('2026-03-01');
		await box().getByRole('button', { name: 'Apply' }).click();
		const from = Date.UTC(2026, 2, 1);
		await page().asksAtLast({ type: 'filter', column: 'c3', filter: { kind: 'days', from } });
	});
	it('are left as they are by Escape, which gives the focus back', async () => {
		await page().heading('Customer', 'filter').focus();
		await page().press('Enter');
		await page().page.keyboard.type('nobody');
		await page().press('Escape');
		await box().waitFor({ state: 'hidden' });
		assert.equal(await page().focused.getAttribute('aria-label'), 'Filter Customer');
		await page().press('Enter');
		assert.equal(await box().getByRole('textbox').inputValue(), '');
		assert.deepEqual(await page().asked('filter'), []);
	});
});

describe('the groups of the pipeline', function () {
	this.timeout(60_000);
	const page = usePage({ rows: 1_000, columns: 5 });

	it('are closed and opened by keys, and count what is in them', async () => {
		await page().page.getByLabel('Group by').selectOption('Status');
		await page().row(0).getByText('250 · EUR 1.2 million').waitFor();
		assert.equal(await page().grid.getAttribute('role'), 'treegrid');
		assert.equal(await page().row(1).getAttribute('aria-level'), '2');
		await page().row(0).locator('.whole').click();
		await page().isAt(0, 0);
		assert.equal(await page().row(0).getAttribute('aria-expanded'), 'false');
		await page().press('ArrowDown');
		await page().isAt(1, 0);
		await page()
			.focused.filter({ hasText: /Active/ })
			.waitFor();
		await page().press('ArrowLeft');
		await page().row(2).getByText('Won').waitFor();
		assert.equal(await page().row(1).getAttribute('aria-expanded'), 'false');
		await page().press('ArrowRight', 'ArrowDown', 'ArrowRight');
		await page().isAt(2, 1);
		assert.equal(await page().grid.getAttribute('aria-rowcount'), '756');
		await page().press('ArrowLeft', 'ArrowUp');
		await page().isAt(1, 0);
	});
});
