import type { Locator, Page } from 'playwright-core';

/** The list or input box that opens at the top of the window. */
export class QuickPick {
	readonly all: Locator;
	readonly input: Locator;

	constructor(page: Page) {
		this.all = page.locator('.quick-input-widget');
		this.input = this.all.locator('.quick-input-box input');
	}

	option(name: string | RegExp): Locator {
		return this.all.getByRole('option', { name }).first();
	}

	async choose(name: string | RegExp): Promise<void> {
		await this.option(name).click();
	}

	/** Types a text and confirms it. */
	async enter(text: string): Promise<void> {
		await this.input.fill(text);
		await this.input.press('Enter');
	}

	async cancel(): Promise<void> {
		await this.input.press('Escape');
		await this.all.waitFor({ state: 'hidden' });
	}
}
