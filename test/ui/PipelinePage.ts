import { strict as assert } from 'node:assert';
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from './eventually.ts';
import type { VsCodeWindow } from './VsCodeWindow.ts';

/** The pipeline page of a window, which was opened before any other page in it. */
export class PipelinePage {
	readonly content: FrameLocator;
	readonly #window: VsCodeWindow;

	constructor(window: VsCodeWindow) {
		this.#window = window;
		const pages = window.page.locator('iframe.webview.ready:visible');
		this.content = pages.first().contentFrame().locator('iframe#active-frame').contentFrame();
	}

	/** The table, which is a tree of groups while it is grouped. */
	get grid(): Locator {
		return this.content.getByRole('grid').or(this.content.getByRole('treegrid'));
	}

	/** Rows of referrals and of groups in sight. */
	get lines(): Locator {
		return this.grid.locator('.line.row, .line.group');
	}

	get groups(): Locator {
		return this.grid.locator('.line.group');
	}

	get selected(): Locator {
		return this.grid.locator('.line.selected');
	}

	get focused(): Locator {
		return this.content.locator(':focus');
	}

	/** A line by its place, from 0. */
	line(place: number): Locator {
		return this.grid.locator(`.line[aria-rowindex="${place + 2}"]`);
	}

	button(name: string | RegExp): Locator {
		return this.content.getByRole('button', { name, exact: typeof name === 'string' });
	}

	/** The button of a heading that sorts by its column. */
	heading(label: string): Locator {
		return this.grid.getByRole('columnheader').filter({ hasText: label }).locator('.sort');
	}

	/** Waits until the lines that are first are these, by a column from 0. */
	async begins(expected: readonly (string | RegExp)[], column = 0): Promise<void> {
		await eventually(async () => {
			for (const [place, wanted] of expected.entries()) {
				const said = await this.cellText(place, column);
				assert.ok(typeof wanted === 'string' ? said === wanted : wanted.test(said), `${place}: ${said}`);
			}
		});
	}

	/** What a cell says, without badges. */
	async cellText(place: number, column: number): Promise<string> {
		const cell = this.line(place).locator('.cell').nth(column);
		const text = column === 0 ? cell.locator('.text') : cell;
		return ((await text.textContent({ timeout: 2_000 })) ?? '').trim();
	}

	/** Waits until the page says what it covers. */
	async covers(text: string | RegExp): Promise<void> {
		await eventually(async () => {
			const said = (await this.content.locator('.cover').textContent({ timeout: 2_000 })) ?? '';
			assert.ok(typeof text === 'string' ? said === text : text.test(said), said);
		});
	}

	/** The headings from left to right. */
	async headings(): Promise<readonly string[]> {
		return this.grid.locator('.heading .label').allTextContents();
	}

	/** Groups rows by a column; by `Nothing`, no longer. */
	async groupBy(label: string): Promise<void> {
		const toolbar = this.content.getByRole('toolbar', { name: 'Table', exact: true });
		await toolbar.getByRole('combobox', { name: 'Group by' }).selectOption({ label });
	}

	/** Has what is loaded first come, and waits for it. */
	async load(): Promise<void> {
		await this.button('Load').click();
		await this.lines.first().waitFor();
	}

	/** Chooses something in the menu of a line. */
	async choose(line: Locator, item: string): Promise<void> {
		const { page } = this.#window;
		const entry = page.getByRole('menuitem', { name: item, exact: true });
		await eventually(async () => {
			if (!(await entry.isVisible())) await line.click({ button: 'right', timeout: 2_000 });
			await entry.hover({ timeout: 2_000 });
			await page.locator('.action-item.focused').filter({ has: entry }).waitFor({ timeout: 500 });
		});
		await page.keyboard.press('Enter');
		await entry.waitFor({ state: 'detached' });
	}

	/** All that is in the document of the page, whatever is seen of it. */
	async markup(): Promise<string> {
		return this.content.locator('html').evaluate((html) => html.outerHTML);
	}
}
