import { strict as assert } from 'node:assert';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** Fewer than are in sight, so that none is passed over. */
const rowsATurn = 15;

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

	/**
	 * Points at a row until its tooltip says this. The editor takes a tooltip away when its row is drawn anew, and shows it
	 * again only to a mouse that comes back.
	 */
	async tooltip(name: string | RegExp, says: string): Promise<void> {
		const page = this.all.page();
		await eventually(async () => {
			await page.mouse.move(0, 0);
			await this.row(name).hover();
			await page.getByText(says).waitFor({ timeout: 3_000 });
		});
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

	/** As far as there are rows; some versions take any turn of the wheel for a small one, others go as far as it says. */
	async #scrollDownTo(row: Locator): Promise<void> {
		let turn = 100;
		for (let [lowest, still] = [-1, 0]; still < 5; ) {
			if (await row.isVisible()) return;
			const seen = await this.#rows.locator('[data-index]').evaluateAll(lowestOf);
			const advanced = lowest < 0 ? 0 : seen - lowest;
			still = seen === lowest ? still + 1 : 0;
			lowest = seen;
			if (advanced > 0) turn = Math.min(1000, (turn * rowsATurn) / advanced);
			await this.all.page().mouse.wheel(0, turn);
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

	/** Resolves when the rows in sight are called this, from top to bottom; a tree follows what was done a little later. */
	async shows(names: readonly string[]): Promise<void> {
		const rows = this.#rows.getByRole('treeitem');
		await eventually(async () => assert.deepEqual(await rows.evaluateAll(namesOf), names));
	}
}

/** Runs in the page. */
function lowestOf(rows: readonly Element[]): number {
	return Math.max(...rows.map((row) => Number(row.getAttribute('data-index'))));
}

/** Runs in the page. What rows are called, from top to bottom, without their descriptions. */
function namesOf(rows: readonly Element[]): string[] {
	return rows
		.map((row) => ({
			name: row.querySelector('.label-name')?.textContent ?? '',
			top: row.getBoundingClientRect().top,
		}))
		.sort((a, b) => a.top - b.top)
		.map(({ name }) => name);
}
