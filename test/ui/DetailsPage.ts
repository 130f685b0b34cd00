import { strict as assert } from 'node:assert';
import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** WCAG 2.2 on level AA, and what is good practice beyond. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The page of a webview panel that is in front. */
export class DetailsPage {
	/** Inside it, as in `details.content.getByRole('heading')`. */
	readonly content: FrameLocator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.content = page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
	}

	get body(): Locator {
		return this.content.locator('body');
	}

	get title(): Locator {
		return this.content.getByRole('heading', { level: 1 });
	}

	get notice(): Locator {
		return this.content.getByRole('alert');
	}

	tab(title: string | RegExp): Locator {
		return this.#page.getByRole('tab', { name: title });
	}

	button(name: string | RegExp): Locator {
		return this.content.getByRole('button', { name });
	}

	/** A section by its title. */
	section(name: string): Locator {
		return this.content.getByRole('region', { name, exact: true });
	}

	/** Resolves when the page shows a referral as the service knows it. */
	async shows(id: string): Promise<void> {
		await this.section('Ids').getByText(id, { exact: true }).waitFor();
		await this.content.locator('.busy').waitFor({ state: 'hidden' });
	}

	/** What is wrong on the page for people who see little, or hear it, or use the keyboard. */
	async violations(): Promise<string[]> {
		const axe = new AxeBuilder({ page: this.#page }).withTags(rules);
		const { violations, passes } = await axe
			.include(['iframe.webview.ready', 'iframe#active-frame', 'body'])
			.analyze();
		assert.ok(passes.length > 10, 'The page was not looked at.');
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
		);
	}

	/** How many pixels of the page are beyond its right edge. */
	async overflow(): Promise<number> {
		return this.body.evaluate(({ ownerDocument: { documentElement } }) => {
			return documentElement.scrollWidth - documentElement.clientWidth;
		});
	}

	async width(): Promise<number> {
		return this.body.evaluate(({ ownerDocument: { documentElement } }) => documentElement.clientWidth);
	}

	/** How far the page is scrolled, in pixels. */
	async scrolled(): Promise<number> {
		return this.body.evaluate(({ ownerDocument }) => ownerDocument.defaultView?.scrollY ?? 0);
	}

	/** What the keyboard is at. */
	get focused(): Locator {
		return this.content.locator(':focus');
	}

	/** Waits until the page says something. */
	async says(text: string | RegExp): Promise<void> {
		await eventually(async () => {
			const said = (await this.body.innerText()).replace(/\s+/g, ' ');
			assert.ok(
				typeof text === 'string' ? said.includes(text) : text.test(said),
				`${text} is not in: ${said}`,
			);
		});
	}
}
