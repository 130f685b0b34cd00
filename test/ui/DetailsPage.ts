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
		return this.content.getByRole('button', { name, exact: typeof name === 'string' });
	}

	/** A section by its title. */
	section(name: string): Locator {
		return this.content.getByRole('region', { name, exact: true });
	}

	/** Opens the section of the other referrals of the engagement, and waits for the service's answer. */
	async openRelated(): Promise<void> {
		const related = this.content.locator('.related');
		if ((await related.getAttribute('open')) === null) await related.getByRole('heading').click();
		await related.getByText('Show in the Referrals view').waitFor();
	}

	/** Resolves when the page shows a referral as the service knows it. */
	async shows(id: string): Promise<void> {
		await this.section('Ids').getByText(id, { exact: true }).waitFor();
		await this.content.locator('.busy').waitFor({ state: 'hidden' });
	}

	/** What is wrong on the page for people who see little, or hear it, or use the keyboard. */
	async violations(): Promise<string[]> {
		const axe = new AxeBuilder({ page: this.#page }).withTags(rules);
		axe.include(['iframe.webview.ready', 'iframe#active-frame', 'body']);
		// Frames that don't answer in time are passed over by it.
		const violations = await eventually(async () => {
			const { violations, passes } = await axe.analyze();
			assert.ok(passes.length > 10, 'The page was not looked at.');
			return violations;
		});
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

	async scrollTo(end: 'top' | 'bottom'): Promise<void> {
		await this.body.evaluate(({ ownerDocument, scrollHeight }, isTop) => {
			ownerDocument.defaultView?.scrollTo(0, isTop ? 0 : scrollHeight);
		}, end === 'top');
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
