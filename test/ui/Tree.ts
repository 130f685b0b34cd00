import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** A tree view, by the name of its view. Only rows that are scrolled into sight are in the page. */
export class Tree {
	readonly all: Locator;
	/** Without the copies of parents that stick to the top while one scrolls. */
	readonly #rows: Locator;

	constructor(page: Page, name: string) {
		this.all = page.getByRole('tree', { name, exact: true });
		this.#rows = this.all.locator('.monaco-list-rows');
	}

	/** The first row whose accessible name contains this text or matches. */
	row(name: string | RegExp): Locator {
		return this.#rows.getByRole('treeitem', { name }).first();
	}

	async expand(name: string | RegExp): Promise<void> {
		await this.#toggle(name, true);
	}

	async collapse(name: string | RegExp): Promise<void> {
		await this.#toggle(name, false);
	}

	async click(name: string | RegExp): Promise<void> {
		await this.row(name).click();
	}

	/** Clicks an icon that a row shows at its right when the mouse is over it. */
	async inlineAction(name: string | RegExp, action: string): Promise<void> {
		await this.row(name).hover();
		await this.row(name).getByRole('button', { name: action }).click();
	}

	async contextMenu(name: string | RegExp, item: string): Promise<void> {
		await this.row(name).click({ button: 'right' });
		const page = this.all.page();
		const entry = page.getByRole('menuitem', { name: item });
		// A menu takes no click right after it has opened, and no mouse either before it is in its place.
		await eventually(async () => {
			await entry.hover();
			await page.locator('.action-item.focused').filter({ has: entry }).waitFor({ timeout: 500 });
		});
		await page.keyboard.press('Enter');
		await entry.waitFor({ state: 'detached' });
	}

	/** Scrolls from the top until a row is in sight, and again while more of them come. */
	async reveal(name: string | RegExp): Promise<Locator> {
		await this.all.hover();
		await eventually(async () => {
			await this.#scrollToTop();
			await this.#scrollDownTo(this.row(name));
		});
		return this.row(name);
	}

	/** A busy window takes its time to follow the wheel. */
	async #scrollToTop(): Promise<void> {
		await eventually(async () => {
			if (await this.#rows.locator('[data-index="0"]').isVisible()) return;
			await this.all.page().mouse.wheel(0, -1_000_000);
			throw new Error('The top of the tree does not come into sight.');
		});
	}

	/** As far as there are rows; how far a turn of the wheel goes differs by version. */
	async #scrollDownTo(row: Locator): Promise<void> {
		for (let [lowest, still] = [-1, 0]; still < 5; ) {
			if (await row.isVisible()) return;
			const seen = await this.#rows.locator('[data-index]').evaluateAll(lowestOf);
			still = seen === lowest ? still + 1 : 0;
			lowest = seen;
			await this.all.page().mouse.wheel(0, 500);
			await delay(50);
		}
		throw new Error(`No row ${row} comes into sight.`);
	}

	async #toggle(name: string | RegExp, expanded: boolean): Promise<void> {
		const row = await this.reveal(name);
		if ((await row.getAttribute('aria-expanded')) === String(expanded)) return;
		await row.locator('.monaco-tl-twistie').click();
		await this.#rows.getByRole('treeitem', { name, expanded }).first().waitFor();
	}

	/** What the rows in sight are called, from top to bottom, without their descriptions. */
	async names(): Promise<string[]> {
		const rows = await this.#rows.getByRole('treeitem').all();
		const placed = rows.map(async (row) => ({
			name: (await row.locator('.label-name').first().textContent()) ?? '',
			top: (await row.boundingBox())?.y ?? 0,
		}));
		return (await Promise.all(placed)).sort((a, b) => a.top - b.top).map(({ name }) => name);
	}
}

/** Runs in the page. */
function lowestOf(rows: readonly Element[]): number {
	return Math.max(...rows.map((row) => Number(row.getAttribute('data-index'))));
}
