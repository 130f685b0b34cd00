import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { QuickPick } from './QuickPick.ts';

/** F1. */
export class CommandPalette {
	readonly #page: Page;
	readonly #list: QuickPick;

	constructor(page: Page) {
		this.#page = page;
		this.#list = new QuickPick(page);
	}

	/** Runs the command with this title, such as `Partner Referrals: Refresh`. */
	async run(title: string): Promise<void> {
		// An open palette takes no notice of commands that come later, as they do when a window has just been opened.
		await eventually(async () => {
			await this.#type(title);
			const found = await appears(this.#list.option(title));
			if (!found) await this.#list.cancel();
			assert.ok(found, `The command palette doesn't offer ${title}.`);
			await this.#list.option(title).click({ timeout: 2_000 });
		});
	}

	/** Whether the palette offers a command. */
	async offers(title: string): Promise<boolean> {
		await this.#type(title);
		const first = this.#list.option(/./);
		await first.waitFor(); // "No matching commands" is an option too
		const offered = await this.#list.option(title).isVisible();
		await this.#list.cancel();
		return offered;
	}

	async #type(title: string): Promise<void> {
		// An editor that is just opening takes the focus, and with it the key or the palette.
		await eventually(async () => {
			await this.#page.keyboard.press('F1');
			await this.#list.input.fill(`>${title}`, { timeout: 2_000 });
		});
	}
}

async function appears(option: Locator): Promise<boolean> {
	return option.waitFor({ timeout: 1_000 }).then(
		() => true,
		() => false,
	);
}
