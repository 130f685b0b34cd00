import { randomBytes } from 'node:crypto';
import type { PartnerApi } from '../partner-api/partnerApi.ts';
import { launchChromium } from '../workbench/launchChromium.ts';
import { startWorkbench, type WorkbenchOptions } from '../workbench/startWorkbench.ts';
import { testedVersion } from '../workbench/testedVersion.ts';
import { installed } from './installed.ts';
import { SettingsChanger } from './SettingsChanger.ts';
import { VsCodeWindow } from './VsCodeWindow.ts';

type WindowOptions = Pick<WorkbenchOptions, 'extensions' | 'settings' | 'env'>;

/** A window with the means to close it. */
interface OpenWindow {
	readonly window: VsCodeWindow;
	close(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const key = randomBytes(32);

const plain = {
	// Rows that stick to the top of a tree would stand over those that a test clicks.
	'workbench.tree.enableStickyScroll': false,
	// Hundreds of rows are scrolled through.
	'workbench.list.mouseWheelScrollSensitivity': 6,
	// An editor that comes to sight takes the focus; a list that closes then, in mid-click, runs nothing.
	'workbench.quickOpen.closeOnFocusLost': false,
};

/** Opens a fresh VS Code; nothing of an earlier one is left in it. */
export async function openWindow({
	extensions = [],
	settings = {},
	env,
}: WindowOptions): Promise<OpenWindow> {
	const changer = new SettingsChanger();
	const workbench = await startWorkbench({
		version: testedVersion(),
		extensions: [...extensions, SettingsChanger.extension],
		settings: { ...plain, ...settings },
		env: { ...env, ...changer.env },
	});
	const stop = () => workbench.stop().finally(() => changer.dispose());
	try {
		const browser = await launchChromium();
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			reducedMotion: 'reduce',
			permissions: ['clipboard-read', 'clipboard-write'],
		});
		// The half of the key of secrets that a server has; without one, secrets are forgotten with the window.
		await context.route('**/mint-key', (route) => route.fulfill({ body: key }));
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		const window = new VsCodeWindow(page, changer, workbench.folder);
		await page.goto(workbench.url);
		await window.shown();
		return { window, close: () => browser.close().finally(stop) };
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * One window for the tests of a `describe`. A test that fails leaves a screenshot named after it.
 * @returns the window, inside a test
 */
export function useWindow(options: WindowOptions): () => VsCodeWindow {
	let open: OpenWindow | undefined;
	const window = () => {
		if (!open) throw new Error('The window is there only while a test runs.');
		return open.window;
	};
	before(async () => {
		open = await openWindow(options);
	});
	afterEach(async function () {
		if (this.currentTest?.isFailed()) await window().screenshot(`failed ${this.currentTest.fullTitle()}`);
	});
	after(() => open?.close());
	return window;
}

/** The same, signed in to a referral service, which is closed with it. */
export function useSignedInWindow(api: PartnerApi): () => VsCodeWindow {
	const window = useWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts],
		settings: { 'partnerReferrals.endpoint': api.endpoint },
		env: { PARTNER_REFERRALS_TEST_TOKEN: api.token },
	});
	after(() => api.close());
	before(() => window().signIn());
	return window;
}
