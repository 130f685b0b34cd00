import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { repository } from '../workbench/repository.ts';
import { CommandPalette } from './CommandPalette.ts';
import { DetailsPage } from './DetailsPage.ts';
import { Dialog } from './Dialog.ts';
import { QuickPick } from './QuickPick.ts';
import type { SettingsChanger } from './SettingsChanger.ts';
import { Tree } from './Tree.ts';
import { type Theme, themes } from './themes.ts';

/** A window of VS Code, as its user sees it. */
export class VsCodeWindow {
	readonly page: Page;
	readonly palette: CommandPalette;
	readonly quickPick: QuickPick;
	readonly dialog: Dialog;
	readonly details: DetailsPage;
	readonly #settings: SettingsChanger;

	constructor(page: Page, settings: SettingsChanger) {
		this.page = page;
		this.#settings = settings;
		this.palette = new CommandPalette(page);
		this.quickPick = new QuickPick(page);
		this.dialog = new Dialog(page);
		this.details = new DetailsPage(page);
	}

	/** Shows a view container by its name in the activity bar. */
	async openContainer(name: string): Promise<void> {
		const tab = this.page.getByRole('tablist', { name: 'Active View Switcher' }).getByRole('tab', { name });
		if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
	}

	tree(name: string): Tree {
		return new Tree(this.page, name);
	}

	/** A message at the lower right. */
	notification(text: string | RegExp): Locator {
		return this.page.locator('.notification-list-item').filter({ hasText: text });
	}

	/** Changes user settings; `null` removes one. */
	async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
		await this.#settings.change(settings);
	}

	/** Opens a `vscode:` link as if it came from outside. */
	async openLink(link: string): Promise<void> {
		await this.#settings.open(link);
	}

	/** Types into what has the focus, as the list or input box at the top does. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	async setTheme(theme: Theme): Promise<void> {
		await this.setSettings({ 'workbench.colorTheme': theme });
		await this.page.locator(`.monaco-workbench.${themes[theme]}`).waitFor();
	}

	/** By the command, so that VS Code saves its state first. */
	async reload(): Promise<void> {
		const loaded = this.page.waitForEvent('load');
		await this.palette.run('Developer: Reload Window');
		await loaded;
		await this.shown();
	}

	/** Resolves when the window is there, in its theme. */
	async shown(): Promise<void> {
		const themed = this.page.locator('.monaco-workbench[class*="vscode-theme-"]'); // it comes after the window's parts
		await themed.locator('.part.statusbar').waitFor();
	}

	/** Saves what the window shows under `.vscode-test/screenshots/`. @returns the file */
	async screenshot(name: string): Promise<string> {
		const path = join(repository, '.vscode-test', 'screenshots', `${name.replace(/[^\w-]+/g, '-')}.png`);
		await this.page.screenshot({ path });
		return path;
	}
}
