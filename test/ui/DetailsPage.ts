import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page of a webview panel that is in front. */
export class DetailsPage {
	/** Inside it, as in `details.content.getByRole('heading')`. */
	readonly content: FrameLocator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.content = page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
	}

	tab(title: string | RegExp): Locator {
		return this.#page.getByRole('tab', { name: title });
	}
}
