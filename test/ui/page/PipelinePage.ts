import { strict as assert } from 'node:assert';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { build } from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { builds } from '../../../esbuild.mjs';
import { pageDocument } from '../../../src/editor/panel/pageDocument.ts';
import type { FromPage } from '../../../src/pipeline/messages/requests.ts';
import { repository } from '../../workbench/repository.ts';
import { eventually } from '../eventually.ts';
import type { Theme } from '../themes.ts';
import { type FakeWishes, installFakeEditor } from './fakeEditor.ts';

export interface PageWishes extends Partial<FakeWishes> {
	readonly width?: number;
	readonly height?: number;
}

/** The page of the pipeline in a browser, beside an editor that stands in for the real one. */
export class PipelinePage {
	readonly page: Page;
	/** What was thrown in the page. */
	readonly errors: Error[] = [];

	constructor(page: Page) {
		this.page = page;
		page.setDefaultTimeout(10_000);
		page.on('pageerror', (error) => this.errors.push(error));
	}

	static async open(browser: Browser, wishes: PageWishes = {}): Promise<PipelinePage> {
		const { rows = 100_000, columns = 12, delay = 5, width = 1200, height = 800 } = wishes;
		const context = await browser.newContext({ viewport: { width, height } });
		const page = await context.newPage();
		const opened = new PipelinePage(page);
		await page.addInitScript(installFakeEditor, { rows, columns, delay });
		const code = await pipelineCode();
		const html = pageDocument(
			{ code, title: 'Pipeline', section: 'pipeline' },
			{ language: 'en', bundle: undefined },
			{},
		);
		await page.route('https://pipeline.example/', (route) =>
			route.fulfill({ contentType: 'text/html', body: html }),
		);
		await page.goto('https://pipeline.example/');
		await opened.grid.locator('.line').first().waitFor();
		return opened;
	}

	get grid(): Locator {
		return this.page.locator('.grid');
	}

	/** What the keyboard is at. */
	get focused(): Locator {
		return this.page.locator(':focus');
	}

	/** The row at a line. */
	row(line: number): Locator {
		return this.grid.locator(`.lines [aria-rowindex="${line + 2}"]`);
	}

	cell(line: number, column: number): Locator {
		return this.row(line).locator(`[aria-colindex="${column + 1}"]`);
	}

	/** A button of a heading. */
	heading(label: string, button: 'sort' | 'filter' = 'sort'): Locator {
		return this.grid.locator('.heading', { hasText: label }).locator(`.${button}`);
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	/** Waits until the keyboard is at a cell. */
	async isAt(line: number, column: number): Promise<void> {
		await eventually(async () => {
			const at = await this.focused.evaluate((cell) => [
				Number(cell.closest('[role="row"]')?.getAttribute('aria-rowindex')) - 2,
				Number(cell.getAttribute('aria-colindex')) - 1,
			]);
			assert.deepEqual(at, [line, column]);
		});
	}

	/** What the page has asked for, of a type. */
	async asked<Type extends FromPage['type']>(type: Type): Promise<FromPage[]> {
		const all = await this.page.evaluate(() => window.fake.asked);
		return all.filter((each) => each.type === type);
	}

	/** Waits until the last of what was asked for, of a type, is this. */
	async asksAtLast(message: FromPage): Promise<void> {
		await eventually(async () => assert.deepEqual((await this.asked(message.type)).at(-1), message));
	}

	/** Waits until a screen reader says something. */
	async says(text: string): Promise<void> {
		await this.page.locator('[role="status"]', { hasText: text }).waitFor({ state: 'attached' });
	}

	/** Has it the colours of a theme, as the editor gives them to pages. */
	async setTheme(theme: Theme): Promise<void> {
		const all: Readonly<Record<Theme, ThemeOfPages>> = JSON.parse(
			await readFile(new URL('themes.json', import.meta.url), 'utf8'),
		);
		await this.page.evaluate(({ classes, variables }) => {
			document.body.className = classes;
			for (const [name, value] of Object.entries(variables))
				document.documentElement.style.setProperty(name, value);
		}, all[theme]);
	}

	/** What is wrong on the page for people who see little, or hear it, or use the keyboard. */
	async faults(): Promise<string[]> {
		const { violations, passes } = await new AxeBuilder({ page: this.page }).withTags(rules).analyze();
		assert.ok(passes.length > 10, 'The page was not looked at.');
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
		);
	}

	/** Leaves a picture where those of tests are. */
	async screenshot(name: string): Promise<void> {
		const folder = join(repository, '.vscode-test', 'screenshots');
		await mkdir(folder, { recursive: true });
		await this.page.screenshot({ path: join(folder, `${name}.png`) });
	}
}

/** What the editor tells pages of a theme, as far as they ask. */
interface ThemeOfPages {
	/** Of the body. */
	readonly classes: string;
	readonly variables: Readonly<Record<string, string>>;
}

/** WCAG 2.2 on level AA, and what is good practice beyond. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

let made: Promise<{ readonly script: string; readonly style: string }> | undefined;

/** Script and style, as people get them. */
function pipelineCode(): Promise<{ readonly script: string; readonly style: string }> {
	made ??= makeCode();
	return made;
}

async function makeCode(): Promise<{ readonly script: string; readonly style: string }> {
	const options = builds(true).find(({ platform }) => platform === 'browser');
	const { outputFiles = [] } = await build({ ...options, absWorkingDir: repository, write: false });
	const text = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? '';
	return { script: text('pipeline.js'), style: text('pipeline.css') };
}
