import { strict as assert } from 'node:assert';
import { eventually } from '../eventually.ts';
import { usePage } from './usePage.ts';

describe('the table of the pipeline by keyboard', function () {
	this.timeout(60_000);
	const page = usePage();
	/** From the beginning of the page to the first cell. */
	const enter = async () => {
		for (let step = 0; step < 20 && (await page().page.locator('.cell:focus').count()) === 0; step++)
			await page().press('Tab');
		await page().isAt(0, 0);
	};

	it('is walked through from end to end', async () => {
		await enter();
		await page().press('ArrowDown', 'ArrowDown', 'ArrowRight');
		await page().isAt(2, 1);
		await page().press('End');
		await page().isAt(2, 11);
		await page().press('Control+End');
		await page().isAt(99_999, 11);
		await page().cell(99_999, 0).getByText('Contoso 99999').waitFor();
		await page().press('PageUp', 'Home');
		const { line = 0 } = await page()
			.row(99_999)
			.evaluate((row) => ({
				line: 99_999 - (row.closest('.grid')?.querySelectorAll('.lines .line').length ?? 0),
			}));
		await eventually(async () => {
			const at = Number(await page().focused.locator('..').getAttribute('aria-rowindex')) - 2;
			assert.ok(at > line - 100 && at < 99_990, `${at}`);
		});
		await page().press('Control+Home');
		await page().isAt(0, 0);
		assert.equal(await page().grid.getAttribute('aria-rowcount'), '100002');
	});
	it('has its headings above the first line, and their buttons', async () => {
		await enter();
		await page().press('ArrowRight', 'ArrowUp');
		assert.match(await page().focused.innerText(), /Status/);
		await page().press('ArrowRight');
		assert.match(await page().focused.innerText(), /Value/);
		await page().press('Tab');
		assert.equal(await page().focused.getAttribute('aria-label'), 'Filter Value');
		await page().press('ArrowLeft');
		assert.equal(await page().focused.getAttribute('aria-label'), 'Filter Status');
		await page().press('ArrowDown');
		await page().isAt(0, 1);
	});
	it('tells of the row that one has come to, once', async () => {
		await enter();
		await page().press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
		await page().asksAtLast({ type: 'current', id: 'id-4' });
		await page().press('ArrowRight', 'End');
		await page().page.waitForTimeout(300);
		assert.equal((await page().asked('current')).length, 1);
	});
	it('selects rows and ranges, all and none', async () => {
		await enter();
		const selected = (count: number) =>
			eventually(async () =>
				assert.equal(await page().page.evaluate(() => window.fake.selected.size), count),
			);
		await page().press('ArrowDown', 'Space', 'ArrowDown', 'ArrowDown', 'Space');
		await selected(2);
		await page().row(3).and(page().page.locator('[aria-selected="true"]')).waitFor();
		await page().press('Shift+ArrowDown', 'Shift+ArrowDown');
		await selected(3);
		await page().says('3 selected');
		await page().press('Escape');
		await selected(0);
		await page().press('ArrowDown', 'Shift+ArrowDown');
		await selected(2);
		await page().press('Control+a');
		await selected(100_000);
		await page().press('Control+Home', 'Shift+Space');
		await selected(1);
	});
	it('opens, opens aside and copies', async () => {
		await enter();
		await page().press('ArrowDown', 'Enter');
		await page().asksAtLast({ type: 'act', action: 'open', id: 'id-1' });
		await page().press('Control+Enter');
		await page().asksAtLast({ type: 'act', action: 'openAside', id: 'id-1' });
		await page().press('Control+c');
		await page().asksAtLast({ type: 'act', action: 'copyTable', id: 'id-1' });
	});
	it('leaves the menu to the editor, which knows the row', async () => {
		await enter();
		await page().press('ArrowDown');
		const context = await page().focused.locator('..').getAttribute('data-vscode-context');
		assert.deepEqual(JSON.parse(context ?? ''), {
			...{ webviewSection: 'pipelineRow', id: 'id-1', preventDefaultContextMenuItems: true },
		});
		const menu = page().page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					document.addEventListener('contextmenu', ({ target, defaultPrevented }) =>
						resolve(`${defaultPrevented} ${target instanceof Element && target.className}`),
					);
				}),
		);
		await page().press('Shift+F10');
		assert.equal(await menu, 'false cell');
	});
	it('keeps the focus on its row when rows are put into another order, and while more come', async () => {
		await enter();
		await page().press('ArrowDown', 'ArrowDown', 'ArrowRight');
		await page().asksAtLast({ type: 'current', id: 'id-2' });
		await page().page.waitForTimeout(50);
		await page().page.evaluate(() => {
			Object.assign(window, { focusLost: 0 });
			document.addEventListener('focusout', () => Object.assign(window, { focusLost: 1 }));
			window.fake.reorder((one, other) => other - one);
		});
		await page().isAt(99_997, 1);
		await page().page.evaluate(() => window.fake.load(200_000));
		await page().isAt(2, 1);
		assert.equal(await page().page.evaluate(() => Reflect.get(window, 'focusLost')), 0);
		await page().press('ArrowDown');
		await page().isAt(3, 1);
	});
	it('keeps the focus while its row is scrolled out of sight', async () => {
		await enter();
		await page().press('ArrowDown');
		await page().grid.evaluate((grid) => {
			grid.scrollTop = 1_000_000;
		});
		await page().row(33_340).waitFor();
		await page().isAt(1, 0);
		await page().press('ArrowDown');
		await page().isAt(2, 0);
		await page().cell(2, 0).getByText('Contoso 2 ').waitFor();
	});
	it('has the headings when there is no line left', async () => {
		await enter();
		await page().page.evaluate(() => window.fake.load(0));
		await page().page.getByText('No rows.').waitFor();
		assert.match(await page().focused.innerText(), /Customer/);
	});
	it('moves to what is revealed, and takes no focus for it', async () => {
		await page().page.evaluate(() =>
			window.fake.tell({ type: 'reveal', stamp: window.fake.state.body.stamp, line: 70_000 }),
		);
		await page().cell(70_000, 0).getByText('Contoso 70000').waitFor();
		assert.equal(await page().page.evaluate(() => document.activeElement?.tagName), 'BODY');
		for (let step = 0; step < 20 && (await page().page.locator('.cell:focus').count()) === 0; step++)
			await page().press('Tab');
		await page().isAt(70_000, 0);
		assert.deepEqual(await page().asked('current'), []);
	});
});

describe('the table of the pipeline by mouse', function () {
	this.timeout(60_000);
	const page = usePage({ rows: 1_000 });
	const selected = (...rows: readonly number[]) =>
		eventually(async () =>
			assert.deepEqual(await page().page.evaluate(() => [...window.fake.selected].sort()), rows),
		);

	it('selects a row, one more, and a range', async () => {
		await page().cell(3, 1).click();
		await selected(3);
		await page()
			.cell(5, 1)
			.click({ modifiers: ['Control'] });
		await selected(3, 5);
		await page()
			.cell(7, 2)
			.click({ modifiers: ['Shift'] });
		await selected(5, 6, 7);
		await page().isAt(7, 2);
	});
	it('opens what is clicked twice', async () => {
		await page().cell(3, 1).dblclick();
		await page().asksAtLast({ type: 'act', action: 'open', id: 'id-3' });
	});
	it('acts on what is selected', async () => {
		await page().cell(3, 1).click();
		await page().page.getByRole('button', { name: 'Export…' }).click();
		await page().asksAtLast({ type: 'act', action: 'exportSelection', id: 'id-3' });
		await page().page.getByRole('button', { name: 'Clear Selection' }).click();
		await selected();
	});
});
