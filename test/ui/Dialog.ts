import type { Locator, Page } from 'playwright-core';

/** A modal question of VS Code. */
export class Dialog {
	readonly all: Locator;

	constructor(page: Page) {
		this.all = page.locator('.monaco-dialog-box');
	}

	/** Waits for the question with this text, and answers it with a button. */
	async answer(text: string | RegExp, button: string): Promise<void> {
		const question = this.all.filter({ hasText: text });
		await question.getByRole('button', { name: button, exact: true }).click();
		await question.waitFor({ state: 'hidden' });
	}
}
