import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { repository } from '../workbench/repository.ts';
import { CommandPalette } from './CommandPalette.ts';
import { DetailsPage } from './DetailsPage.ts';
import { Dialog } from './Dialog.ts';
import { eventually } from './eventually.ts';
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
	readonly #folder: string;

	/** @param folder where its server writes */
	constructor(page: Page, settings: SettingsChanger, folder: string) {
		this.page = page;
		this.#folder = folder;
		this.#settings = settings;
		this.palette = new CommandPalette(page);
		this.quickPick = new QuickPick(page);
		this.dialog = new Dialog(page);
		this.details = new DetailsPage(page);
	}

	/** Another window of the same user, on the same VS Code. */
	async another(): Promise<VsCodeWindow> {
		const page = await this.page.context().newPage();
		await page.goto(new URL('/', this.page.url()).href);
		const window = new VsCodeWindow(page, this.#settings, this.#folder);
		await window.shown();
		return window;
	}

	/** Shows a view container by its name in the activity bar. */
	async openContainer(name: string): Promise<void> {
		const tab = this.page.getByRole('tablist', { name: 'Active View Switcher' }).getByRole('tab', { name });
		const shown = tab.and(this.page.locator('[aria-selected="true"]'));
		// A window that was loaded again may show it in the moment of the click, which hides it then.
		await eventually(async () => {
			if ((await shown.count()) === 0) await tab.click();
			await shown.waitFor({ timeout: 2_000 });
		});
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

	/** Signs in with the stand-in for Microsoft accounts. */
	async signIn(): Promise<void> {
		await this.openContainer('Partner Referrals');
		await this.page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await this.dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await this.agree();
		await this.tree('Referrals')
			.row(/^Pending/)
			.waitFor();
	}

	/** Lets the sign-in go to the service of a test, which is asked once in a VS Code for each service. */
	async agree(): Promise<void> {
		await this.dialog.answer(/Send your sign-in to https?:\/\//, 'Agree');
	}

	/** Opens a referral that may not be loaded, as one that somebody has named. */
	async goToReferral(id: string): Promise<void> {
		await this.palette.run('Partner Referrals: Go to Referral…');
		await this.quickPick.input.and(this.page.getByPlaceholder(/^Id, engagement id/)).fill(id);
		// Not the loaded one, which may have stood there before the id was heard of, and moves under the pointer then.
		await this.quickPick.choose(`Ask Partner Center for the referral ${id}`);
		await this.details.shows(id);
	}

	/** Begins to export all groups to a file; where there is one, the dialog asks. */
	async startExport(file: string): Promise<void> {
		await this.palette.run('Partner Referrals: Export…');
		await this.quickPick.choose(/Everything|All groups/);
		// The dialog is there before it has looked at the folder that it proposes.
		await this.quickPick.option('..').waitFor();
		await this.quickPick.input.fill(file);
		// It looks at what was typed, too.
		await this.page.waitForTimeout(1500);
		await this.quickPick.all.getByRole('button', { name: 'OK' }).click();
	}

	/** Takes the window's focus away and gives it back, as going to another window and coming back does. */
	async leaveAndComeBack(): Promise<void> {
		await this.page.evaluate(() => {
			Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => false });
			window.dispatchEvent(new Event('blur'));
		});
		// VS Code hears of it some time later, and of nothing when it is short.
		await this.page.waitForTimeout(500);
		await this.page.evaluate(() => {
			Reflect.deleteProperty(document, 'hasFocus');
			window.dispatchEvent(new Event('focus'));
		});
	}

	/** What was copied last. */
	async clipboard(): Promise<string> {
		return this.page.evaluate(() => navigator.clipboard.readText());
	}

	/** All that the window has written down, which is in the browser where it would be on disk on a desktop. */
	async stored(): Promise<string> {
		return this.page.evaluate(async () => {
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error);
				});
			const all: unknown[] = [{ ...localStorage }];
			for (const { name = '' } of await indexedDB.databases()) {
				const database = await done(indexedDB.open(name));
				for (const store of database.objectStoreNames) {
					const rows = database.transaction(store).objectStore(store);
					all.push(name, await done(rows.getAllKeys()), await done(rows.getAll()));
				}
				database.close();
			}
			const decoder = new TextDecoder();
			return JSON.stringify(all, (_, value) => (value instanceof Uint8Array ? decoder.decode(value) : value));
		});
	}

	/** All files that VS Code's server has written, without the extensions that are installed, each with what is in it. */
	written(): readonly (readonly [path: string, text: string])[] {
		return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(this.#folder, 'extensions')))
			.map(({ parentPath, name }) => join(parentPath, name))
			.map((path) => [path, readFileSync(path, 'utf8')]);
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

	/** Looks at the window with what a zoom of the browser leaves of it: so many times fewer pixels of CSS. */
	async zoomed(factor: number, look: () => Promise<void>): Promise<void> {
		const size = this.page.viewportSize() ?? { width: 1280, height: 800 };
		await this.page.setViewportSize({ width: size.width / factor, height: size.height / factor });
		try {
			await look();
		} finally {
			await this.page.setViewportSize(size);
		}
	}

	/** Looks at the window when its details page is so many pixels wide, one width after the other. */
	async inWidths(widths: readonly number[], look: (width: number) => Promise<void>): Promise<void> {
		const size = this.page.viewportSize() ?? { width: 1280, height: 800 };
		// Tall, so that one sees most of it on a picture.
		await this.page.setViewportSize({ ...size, height: 1600 });
		await this.palette.run('View: Toggle Primary Side Bar Visibility');
		try {
			for (const wanted of widths) {
				await eventually(async () => {
					const { width } = this.page.viewportSize() ?? size;
					const missing = wanted - (await this.details.width());
					if (missing === 0) return;
					await this.page.setViewportSize({ width: width + missing, height: 1600 });
					throw new Error(`The page is ${-missing} pixels too wide.`);
				});
				await look(wanted);
			}
		} finally {
			await this.page.setViewportSize(size);
			await this.palette.run('View: Toggle Primary Side Bar Visibility');
		}
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
