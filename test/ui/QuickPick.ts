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

	/** A row of a list of which several can be checked. */
	checkbox(name: RegExp): Locator {
		return this.all.locator('.monaco-list-row').filter({ hasText: name }).first();
	}

	/** Checks one alone, and confirms it. */
	async check(name: RegExp): Promise<void> {
		await this.checkbox(name).click();
		await this.all.getByText('1 Selected').waitFor();
		await this.all.getByRole('button', { name: 'OK' }).click();
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
