import { strict as assert } from 'node:assert';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { eventually } from '../ui/eventually.ts';
import { openWindow } from '../ui/harness.ts';
import { installed } from '../ui/installed.ts';
import type { VsCodeWindow } from '../ui/VsCodeWindow.ts';
import { clickIn, closeEditors, contentOf } from './panels.ts';
import type { Figure } from './samples.ts';

const emptyPanel = fileURLToPath(new URL('empty-panel', import.meta.url));

/** Rounds that only warm up: code is loaded, compiled and cached. */
const warmUp = 5;

/**
 * From the click on a row to the first paint of what it opens: the details of a referral in a new panel, those of the next
 * one in the same panel, and an empty page in a new panel.
 */
export async function measureDetails(rounds: number): Promise<readonly Figure[]> {
	const { window, close } = await openWindow({
		extensions: [installed.partnerReferrals, emptyPanel],
		settings: { 'partnerReferrals.source': 'sample' },
	});
	const [opened, next, empty]: [number[], number[], number[]] = [[], [], []];
	try {
		await window.openContainer('Partner Referrals');
		await window.tree('Referrals').expand(/^Pending/);
		await window
			.tree('Referrals')
			.row(/, New, Pending/)
			.waitFor();
		const referral = (place: number) =>
			window.tree('Referrals').all.locator(`[aria-level="3"][aria-posinset="${place}"]`);
		for (let round = 0; round < warmUp + rounds; round++) {
			opened.push(await firstPaint(window, referral(1)));
			next.push(await nextPaint(window, referral(2)));
			await closeEditors(window);
			empty.push(await firstPaint(window, window.tree('Empty').row('Open an empty panel')));
			await closeEditors(window);
		}
	} finally {
		await close();
	}
	const limit = 'click on a row → first paint of an empty webview panel';
	const against = (sample: readonly number[]) => ({ ours: sample.slice(warmUp), limit: empty.slice(warmUp) });
	return [
		{
			id: 'details',
			ours: 'click on a row → first paint of its details in a new panel',
			...{ limit, aim: 1.3, unit: 'ms', samples: against(opened) },
		},
		{
			id: 'details again',
			ours: 'click on another row → its details painted in the panel that is open',
			...{ limit, aim: 1.3, unit: 'ms', samples: against(next) },
		},
	];
}

async function firstPaint(window: VsCodeWindow, row: Locator): Promise<number> {
	const start = clickIn(window);
	await row.click();
	const painted = await eventually(async () => {
		const at = await contentOf(window)
			.locator('body')
			.evaluate(() => {
				const [first] = performance.getEntriesByName('first-contentful-paint');
				return first && performance.timeOrigin + first.startTime;
			});
		assert.ok(at, 'Nothing was painted.');
		return at;
	});
	return painted - (await start);
}

async function nextPaint(window: VsCodeWindow, row: Locator): Promise<number> {
	// Until the panel before has come to rest.
	await window.page.waitForTimeout(300);
	const start = clickIn(window);
	const painted = contentOf(window)
		.locator('h1')
		.evaluate(
			(title) =>
				new Promise<number>((resolve) => {
					const done = () => resolve(performance.timeOrigin + performance.now());
					const afterPaint = () => requestAnimationFrame(() => setTimeout(done));
					new MutationObserver(afterPaint).observe(title, {
						characterData: true,
						childList: true,
						subtree: true,
					});
				}),
		);
	// So that the listener is there before what it listens for.
	await window.page.waitForTimeout(100);
	await row.click();
	return (await painted) - (await start);
}
