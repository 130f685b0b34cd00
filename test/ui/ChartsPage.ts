import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { build } from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { pageDocument } from '../../src/editor/panel/pageDocument.ts';
import type { Chart } from '../../src/pipeline/messages/chart.ts';
import type { ChartRequest } from '../../src/pipeline/messages/requests.ts';
import { today } from '../unit/pipeline/page/chart/sampleCharts.ts';
import { launchChromium } from '../workbench/launchChromium.ts';
import { repository } from '../workbench/repository.ts';
import type { Theme } from './themes.ts';

/** WCAG 2.2 on level AA, and what is good practice beyond. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What the page of a test has in its window. */
declare global {
	interface Window {
		show(charts: readonly Chart[]): void;
		readonly asked: ChartRequest[];
		readonly violations: string[];
	}
}

const folder = join(repository, 'src', 'pipeline', 'page', 'chart');
const script = `
	import { render } from 'lit';
	import { chartsView } from './charts.ts';
	const main = document.querySelector('main');
	window.asked = [];
	window.violations = [];
	const ask = (request) => window.asked.push(request);
	window.show = (charts) => render(chartsView(charts, ask), main.querySelector('div'));
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		window.violations.push(violatedDirective + ' ' + blockedURI);
	});
	main.innerHTML = '<h1>Pipeline</h1><div></div>';
`;

/** What the page of the pipeline has besides charts. */
const bodyStyle = `body {
	margin: 0;
	color: var(--vscode-foreground);
	background: var(--vscode-editor-background);
	font-family: var(--vscode-font-family);
}`;

/** How each theme is told a page, as VS Code does. */
const themeColors: Record<Theme, { readonly classes: string[]; readonly colors: Record<string, string> }> =
	JSON.parse(readFileSync(new URL('themeColors.json', import.meta.url), 'utf8'));

/** How a page is seen. */
export interface Look {
	readonly theme?: Theme;
	readonly width?: number;
	readonly height?: number;
	/** How large everything is; 1 for as usual. */
	readonly zoom?: number;
	readonly forcedColors?: boolean;
}

/** The charts of the pipeline alone, in a browser, under the policy of our pages. */
export class ChartsPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	static async open(
		browser: Browser,
		code: string,
		style: string,
		{ theme = 'Default Dark Modern', width = 900, height = 1_000, zoom = 1, forcedColors = false }: Look,
	): Promise<ChartsPage> {
		const context = await browser.newContext({
			viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
			deviceScaleFactor: zoom,
			forcedColors: forcedColors ? 'active' : 'none',
			colorScheme: theme.includes('Light') ? 'light' : 'dark',
		});
		const page = await context.newPage();
		page.setDefaultTimeout(10_000);
		await page.clock.setFixedTime(`${today}T12:00:00Z`);
		const look = {
			code: { script: code, style: `${bodyStyle}${style}` },
			title: 'Pipeline',
			section: 'pipeline',
		};
		const body = pageDocument(look, { language: 'en', bundle: undefined }, {});
		await page.route('http://page.test/', (route) =>
			route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
		);
		await page.goto('http://page.test/');
		await page.evaluate(({ classes, colors }) => {
			document.body.classList.add(...classes);
			for (const [name, color] of Object.entries(colors))
				document.documentElement.style.setProperty(name, color);
		}, themeColors[theme]);
		return new ChartsPage(page);
	}

	/** Shows charts, and waits until they are drawn. */
	async show(charts: readonly Chart[]): Promise<void> {
		await this.page.evaluate((shown) => window.show(shown), charts);
		await this.frames(3);
	}

	/** Waits until some frames were painted. */
	async frames(count: number): Promise<void> {
		await this.page.evaluate(async (rest) => {
			for (let frame = 0; frame < rest; frame++) await new Promise(requestAnimationFrame);
		}, count);
	}

	/** Takes what the page has asked for since it was asked last. */
	async asked(): Promise<readonly ChartRequest[]> {
		return this.page.evaluate(() => window.asked.splice(0));
	}

	chart(title: string): Locator {
		return this.page.getByRole('figure', { name: title });
	}

	/** The mark at which the keyboard is; empty for none. */
	async focused(): Promise<string> {
		return this.page.evaluate(() => document.activeElement?.getAttribute('data-mark') ?? '');
	}

	/** What the policy of the page has refused. */
	async violations(): Promise<readonly string[]> {
		return this.page.evaluate(() => window.violations);
	}

	/** What is wrong on the page for people who see little, or hear it, or use the keyboard. */
	async problems(): Promise<readonly string[]> {
		const { violations, passes } = await new AxeBuilder({ page: this.page }).withTags(rules).analyze();
		assert.ok(passes.length > 10, 'The page was not looked at.');
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
		);
	}

	/** How many pixels of the page are beyond its right edge. */
	async overflow(): Promise<number> {
		return this.page.evaluate(() => {
			const beyond = (element: Element) => element.scrollWidth - element.clientWidth;
			return Math.max(
				beyond(document.documentElement),
				...[...document.querySelectorAll('.cards')].map(beyond),
			);
		});
	}

	/** Saves what the page shows, also what is scrolled away, under `.vscode-test/screenshots/`. */
	async screenshot(name: string): Promise<void> {
		const cards = this.page.locator('.cards');
		const limit = (height: string) =>
			cards.evaluate((element: HTMLElement, most) => element.style.setProperty('max-height', most), height);
		await limit('none');
		const path = join(repository, '.vscode-test', 'screenshots', `${name.replace(/[^\w-]+/g, '-')}.png`);
		await this.page.screenshot({ path, fullPage: true });
		await limit('');
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}
}

/** A browser for the tests of a `describe`. @returns what opens a page in it, which is closed after the test */
export function useChartsPages(): (look?: Look) => Promise<ChartsPage> {
	let browser: Browser | undefined;
	let [code, style] = ['', ''];
	const open: ChartsPage[] = [];
	before(async () => {
		[code, style, browser] = await Promise.all([
			bundled({ stdin: { contents: script, resolveDir: folder, loader: 'ts' } }),
			bundled({ entryPoints: [join(folder, 'chart.css')] }),
			launchChromium(),
		]);
	});
	afterEach(async () => {
		for (const page of open.splice(0)) await page.close();
	});
	after(() => browser?.close());
	return async (look = {}) => {
		assert.ok(browser, 'The browser is there only while a test runs.');
		const page = await ChartsPage.open(browser, code, style, look);
		open.push(page);
		return page;
	};
}

async function bundled(what: Pick<Parameters<typeof build>[0], 'stdin' | 'entryPoints'>): Promise<string> {
	const options = { bundle: true, format: 'iife', target: 'chrome130', write: false } as const;
	const { outputFiles } = await build({ ...what, ...options, outdir: 'out' });
	return outputFiles[0]?.text ?? '';
}
