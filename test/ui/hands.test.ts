import { strict as assert } from 'node:assert';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';

describe('by keyboard and with several rows', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals],
		settings: { 'partnerReferrals.source': 'sample' },
	});
	const tree = () => code().tree('Referrals');
	const rowAt = (place: number) =>
		tree().all.locator(`.monaco-list-row[aria-level="3"][aria-posinset="${place}"]`).first();
	const nameAt = async (place: number) => (await rowAt(place).locator('.label-name').textContent()) ?? '';
	const selected = () => tree().all.getByRole('treeitem', { selected: true });
	const tabs = () => code().page.getByRole('tab', { name: /^Referral / });
	const focusIsInTree = () =>
		code().page.evaluate(() => document.activeElement?.closest('[role=tree], .monaco-list') !== null);

	const copied = async (expected: RegExp) =>
		eventually(async () => assert.match(await code().clipboard(), expected));
	const forget = () => code().page.evaluate(() => navigator.clipboard.writeText('nothing'));

	/** Clicks a row, and waits until its page is there, which then looks for its row in the tree. */
	async function open(place: number): Promise<void> {
		await eventually(async () => {
			await rowAt(place).click();
			const name = await nameAt(place);
			await code().details.title.filter({ hasText: name }).waitFor({ timeout: 3000 });
		});
		await eventually(async () => assert.equal(await selected().getAttribute('aria-posinset'), `${place}`));
	}

	before(async () => {
		await code().openContainer('Partner Referrals');
		await tree().expand(/^Received/);
		await rowAt(1).waitFor();
	});

	it('Ctrl+C copies the line of the row with the focus, which arrow keys have moved', async () => {
		await open(1);
		await code().press('ArrowDown', 'ArrowDown');
		await forget();
		await code().press('Control+c');
		const name = (await nameAt(3)).slice(0, 12).replace(/[.*+?^${}()|[\]\\]/g, '.');
		await copied(new RegExp(`^[^\\n]*${name}[^\\n]*\\tNew\\tReceived\\t[^\\n]*$`));
		// Nothing was opened, and the selection is what it was.
		assert.equal(await selected().getAttribute('aria-posinset'), '1');
		await code().page.locator('.statusbar-item').filter({ hasText: 'Copied:' }).waitFor();
		await code().screenshot('hands copied');
	});

	it('Ctrl+C copies all that are selected, with a header, where the focus is on one of them', async () => {
		await open(1);
		await rowAt(3).click({ modifiers: ['Shift'] });
		await forget();
		await code().press('Control+c');
		await copied(/^Deal Name\tCustomer Name\t[^\n]*\n([^\n]+\n){3}$/);
		assert.equal(await selected().count(), 3);
		await code().page.locator('.statusbar-item').filter({ hasText: 'Copied 3 referrals.' }).waitFor();
	});

	it('Ctrl+C of a group copies what is loaded of it', async () => {
		await tree()
			.row(/^Received/)
			.click();
		// A click on a group has closed it.
		await tree().expand(/^Received/);
		await forget();
		await code().press('Control+c');
		await copied(/^Deal Name\t[^\n]*\n([^\n]+\n){20,}$/);
	});

	it('Enter opens, and the focus stays in the tree', async () => {
		await open(2);
		await code().press('ArrowDown', 'Enter');
		const name = await nameAt(3);
		await eventually(async () => assert.equal(await code().details.title.textContent(), name));
		assert.ok(await focusIsInTree());
		assert.equal(await tabs().count(), 1);
	});

	it('Alt+Down and Alt+Up go on from the row with the focus, which stays in the tree', async () => {
		await code().press('Alt+ArrowDown');
		const [third, fourth] = [await nameAt(3), await nameAt(4)];
		await eventually(async () => assert.equal(await code().details.title.textContent(), fourth));
		await eventually(async () => assert.equal(await selected().getAttribute('aria-posinset'), '4'));
		assert.ok(await focusIsInTree());
		await code().press('Alt+ArrowUp');
		await eventually(async () => assert.equal(await code().details.title.textContent(), third));
		for (const place of [4, 5, 6]) {
			await code().press('Alt+ArrowDown');
			await eventually(async () => assert.equal(await selected().getAttribute('aria-posinset'), `${place}`));
		}
		const sixth = await nameAt(6);
		await eventually(async () => assert.equal(await code().details.title.textContent(), sixth));
		assert.equal(await selected().getAttribute('aria-posinset'), '6');
	});

	it('Alt+Up on the page goes back, and F5 there reads it again', async () => {
		await code().details.title.click();
		await code().press('Alt+ArrowUp');
		const fifth = await nameAt(5);
		await eventually(async () => assert.equal(await code().details.title.textContent(), fifth));
		await code().press('F5');
		await code().page.waitForTimeout(1000);
		assert.equal(await code().details.title.textContent(), fifth);
		assert.equal(
			await code()
				.page.getByText(/select a debugger|install an extension for/i)
				.count(),
			0,
		);
	});

	it('Ctrl+Enter opens the row with the focus to the side, and the page is kept', async () => {
		await open(5);
		await code().press('ArrowDown', 'ArrowDown', 'Control+Enter');
		await eventually(async () => assert.equal(await tabs().count(), 2));
		await eventually(async () =>
			assert.equal(await code().page.locator('.editor-group-container').count(), 2),
		);
		await eventually(async () =>
			assert.equal(await code().page.locator('iframe.webview.ready:visible').count(), 2),
		);
		await code().screenshot('hands to the side');
		await code().palette.run('View: Close All Editors');
	});

	it('leaves the keys alone elsewhere', async () => {
		await code().palette.run('File: New Untitled Text File');
		await code().page.locator('.editor-instance .view-lines').waitFor();
		await code().type('one\ntwo');
		await code().press('Alt+ArrowUp');
		const lines = code().page.locator('.editor-instance .view-line');
		await eventually(async () => assert.deepEqual(await lines.allInnerTexts(), ['two', 'one']));
		await code().press('Control+a', 'Control+c');
		await copied(/^two\r?\none$/);
		await code().press('Control+a', 'Delete');
		await code().palette.run('View: Close All Editors');
	});

	/** Drags the second row into the editors; they offer a place only once something is above them. */
	async function dropSecond(key?: 'Shift'): Promise<void> {
		const { keyboard, mouse } = code().page;
		await rowAt(2).hover();
		await mouse.down();
		await mouse.move(700, 300, { steps: 10 });
		if (key) await keyboard.down(key);
		await mouse.move(800, 400, { steps: 10 });
		await mouse.up();
		if (key) await keyboard.up(key);
	}

	it('a row that is dropped among editors opens the referral', async () => {
		await code().palette.run('View: Close All Editors');
		await dropSecond();
		await code()
			.page.getByRole('tab', { name: /\.json/ })
			.waitFor();
		const text = code().page.locator('.editor-instance .view-lines');
		await text.filter({ hasText: '"organizationId"' }).waitFor();
		await code().screenshot('dropped among editors');
	});

	it('a row that is dropped into a text with Shift is its brief there, with a link', async () => {
		await code().palette.run('View: Close All Editors');
		await code().palette.run('File: New Untitled Text File');
		const text = code().page.locator('.editor-instance .view-lines');
		await text.waitFor();
		await dropSecond('Shift');
		await text
			.filter({ hasText: /Customer:/ })
			.filter({ hasText: /:\/\/partner-referrals\./ })
			.waitFor();
		await code().screenshot('dropped into a text');
		await code().palette.run('View: Revert and Close Editor');
	});

	it('the menu of two offers to compare them', async () => {
		await rowAt(1).click();
		// A page that has just come to sight has its row selected, and no other one.
		await code().details.title.waitFor();
		await code().details.content.locator('.busy').waitFor({ state: 'hidden' });
		await eventually(async () => {
			await rowAt(1).click();
			await rowAt(2).click({ modifiers: ['Control'] });
			await code().page.waitForTimeout(300);
			assert.equal(await tree().all.locator('.monaco-list-row.selected').count(), 2);
		});
		await rowAt(2).click({ button: 'right' });
		const menu = code().page.locator('.monaco-menu');
		await menu.getByRole('menuitem', { name: 'Compare Selected' }).waitFor();
		assert.equal(await menu.getByRole('menuitem', { name: 'Open as JSON' }).count(), 0);
		await code().screenshot('hands menu of two');
		await eventually(async () => {
			await menu.getByRole('menuitem', { name: 'Compare Selected' }).hover();
			await code()
				.page.locator('.action-item.focused')
				.filter({ hasText: 'Compare Selected' })
				.waitFor({ timeout: 500 });
		});
		await code().press('Enter');
		await code().details.tab(/ ↔ /).waitFor();
		await code().screenshot('hands compared');
	});
});
