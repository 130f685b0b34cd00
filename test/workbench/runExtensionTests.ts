import { appendFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchChromium } from './launchChromium.ts';
import type { Workbench } from './startWorkbench.ts';

const LIMIT_MS = Number(process.env['PARTNER_REFERRALS_HOST_TIMEOUT'] || 1_200_000);

/**
 * Runs a test module (one that exports `run()`) in the extension host of this VS Code, which must have been started with
 * its smoke test driver.
 * @returns 0 when all is well
 */
export async function runExtensionTests(
	{ url, authority }: Workbench,
	extension: string,
	tests: string,
	folder: string | undefined,
): Promise<number> {
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		const log = join(dirname(tests), 'console.log');
		await keepConsole(page, log);
		const { exit } = await endOf(page);
		const remote = (path: string) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
		const payload = Object.entries({
			extensionDevelopmentPath: remote(extension),
			extensionTestsPath: remote(tests),
		});
		const query = new URLSearchParams({ payload: JSON.stringify(payload), ...(folder ? { folder } : {}) });
		await page.goto(`${url}?${query}`);
		const code = await exit;
		if (code !== 0) console.log(`What VS Code wrote to its console is in ${log}`);
		return code;
	} finally {
		await browser.close();
	}
}

/** Most of it is VS Code's own, and noise. */
async function keepConsole(page: Page, log: string): Promise<void> {
	writeFileSync(log, '');
	await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
		appendFileSync(log, `${type}: ${format(...args)}\n`);
	});
}

/** Resolves when the page is listening, to a promise of the exit code. */
async function endOf(page: Page): Promise<{ exit: Promise<number> }> {
	const { promise, resolve, reject } = Promise.withResolvers<number>();
	await page.exposeFunction('codeAutomationExit', resolve);
	const late = () => reject(new Error(`The tests did not end within ${LIMIT_MS / 1000} s.`));
	const timer = setTimeout(late, LIMIT_MS);
	page.once('crash', () => reject(new Error('The browser page that shows VS Code crashed.')));
	return { exit: promise.finally(() => clearTimeout(timer)) };
}
