import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../workbench/launchChromium.ts';
import { type PageWishes, PipelinePage } from './PipelinePage.ts';

/** A fresh page for each test of a `describe`, whose policy no test may break. @returns the page, inside a test */
export function usePage(wishes: PageWishes = {}): () => PipelinePage {
	let browser: Browser | undefined;
	let opened: PipelinePage | undefined;
	const page = () => {
		if (!opened) throw new Error('The page is there only while a test runs.');
		return opened;
	};
	before(async () => {
		browser = await launchChromium();
	});
	beforeEach(async () => {
		if (browser) opened = await PipelinePage.open(browser, wishes);
	});
	afterEach(async () => {
		const violations = await page().page.evaluate(() => window.fake.violations);
		await page().page.context().close();
		assert.deepEqual([violations, page().errors], [[], []]);
	});
	after(() => browser?.close());
	return page;
}
