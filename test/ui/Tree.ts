import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** A tree view, by the name of its view. Only rows that are scrolled into sight are in the page. */
export class Tree {
	readonly all: Locator;

	constructor(page: Page, name: string) {
		this.all = page.getByRole('tree', { name, exact: true });
	}

	/** The first row whose accessible name contains this text or matches. */
	row(name: string | RegExp): Locator {
		return this.all.getByRole('treeitem', { name }).first();
	}

	async expand(name: string | RegExp): Promise<void> {
		const open = this.all.getByRole('treeitem', { name, expanded: true }).first();
		if (await open.isVisible()) return;
		await this.row(name).locator('.monaco-tl-twistie').click();
		await open.waitFor();
	}

	async collapse(name: string | RegExp): Promise<void> {
		const closed = this.all.getByRole('treeitem', { name, expanded: false }).first();
		if (await closed.isVisible()) return;
		await this.row(name).locator('.monaco-tl-twistie').click();
		await closed.waitFor();
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
		await this.all.page().getByRole('menuitem', { name: item }).click();
	}

	/** Scrolls from the top until a row is in sight, and on while more of them come. */
	async reveal(name: string | RegExp): Promise<Locator> {
		const { mouse } = this.all.page();
		await this.all.hover();
		await mouse.wheel(0, -1_000_000);
		await eventually(async () => {
			if (await this.row(name).isVisible()) return;
			await mouse.wheel(0, 200);
			throw new Error(`No row ${name} comes into sight.`);
		});
		return this.row(name);
	}

	/** What the rows in sight are called, from top to bottom, without their descriptions. */
	async names(): Promise<string[]> {
		const rows = await this.all.getByRole('treeitem').all();
		const placed = rows.map(async (row) => ({
			name: (await row.locator('.label-name').first().textContent()) ?? '',
			top: (await row.boundingBox())?.y ?? 0,
		}));
		return (await Promise.all(placed)).sort((a, b) => a.top - b.top).map(({ name }) => name);
	}
}
