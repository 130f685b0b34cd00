import { strict as assert } from 'node:assert';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { eventually } from '../../ui/eventually.ts';
import { openWindow } from '../../ui/harness.ts';
import { installed } from '../../ui/installed.ts';
import { PipelinePage } from '../../ui/PipelinePage.ts';
import type { VsCodeWindow } from '../../ui/VsCodeWindow.ts';
import { keepTrying } from '../../workbench/keepTrying.ts';
import { clickIn, closeEditors, contentOf } from '../panels.ts';
import type { Figure } from '../samples.ts';
import { startService } from '../serviceProcess.ts';

const emptyPanel = fileURLToPath(new URL('../empty-panel', import.meta.url));
const referrals = 100_000;

/** Rounds that only warm up: code is loaded, compiled and cached. */
const warmUp = 3;
/** Each round takes some ten seconds. */
const mostRounds = 15;
/** In so many frames one scrolls through all rows. */
const frames = 240;

/**
 * With 100,000 rows loaded: from a click to the first rows of the pipeline page, beside an empty panel; and frames of the page
 * while one scrolls through all of them, beside those of a list that has only one text.
 */
export async function measureTableInWindow(rounds: number): Promise<readonly Figure[]> {
	const service = await startService(referrals);
	const { window, close } = await openWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts, emptyPanel],
		settings: { 'partnerReferrals.endpoint': service.endpoint, 'partnerReferrals.memoryCeiling': 10_000 },
		env: { PARTNER_REFERRALS_TEST_TOKEN: service.token },
	});
	const times = Math.min(rounds, mostRounds);
	try {
		await window.signIn();
		await loadAll(window);
		return [await openings(window, times), await scrolls(window, times)];
	} finally {
		await close();
		service.stop();
	}
}

async function loadAll(window: VsCodeWindow): Promise<void> {
	await window.palette.run('Partner Referrals: Open Pipeline');
	const page = new PipelinePage(window);
	await page.load();
	await page.button('Load All').click();
	await keepTrying(isLoaded, { patience: 600_000, pause: 500 });
	await page.button('Charts').click();
	await closeEditors(window);
	async function isLoaded() {
		const covers = (await page.content.locator('.cover').textContent()) ?? '';
		assert.match(covers, /^100,000 loaded/);
	}
}

async function openings(window: VsCodeWindow, rounds: number): Promise<Figure> {
	const [ours, limit]: [number[], number[]] = [[], []];
	for (let round = 0; round < warmUp + rounds; round++) {
		await window.tree('Referrals').all.hover();
		ours.push(
			await opened(window, window.page.getByRole('button', { name: 'Open Pipeline' }).first(), '.row'),
		);
		limit.push(await opened(window, window.tree('Empty').row('Open an empty panel'), 'body'));
	}
	return {
		id: 'table open',
		ours: 'click → the first of 100,000 loaded rows painted on the pipeline page',
		limit: 'click on a row → an empty webview panel painted',
		...{ aim: 2, unit: 'ms', samples: { ours: ours.slice(warmUp), limit: limit.slice(warmUp) } },
	};
}

async function scrolls(window: VsCodeWindow, rounds: number): Promise<Figure> {
	const [ours, limit]: [number[], number[]] = [[], []];
	for (let round = 0; round < warmUp + rounds; round++) {
		await window.palette.run('Partner Referrals: Open Pipeline');
		ours.push(await scrolled(window, '.grid'));
		await window.tree('Empty').row('Open a bare list').click();
		limit.push(await scrolled(window, '#list'));
	}
	return {
		id: 'table scroll',
		ours: 'a frame of the pipeline page while one scrolls through 100,000 rows',
		limit: 'a frame of a bare virtual list of one text',
		...{ aim: 1.5, unit: 'ms', samples: { ours: ours.slice(warmUp), limit: limit.slice(warmUp) } },
	};
}

/** Milliseconds from a click until something of a new page is painted; the page is closed then. */
async function opened(window: VsCodeWindow, target: Locator, selector: string): Promise<number> {
	const start = clickIn(window);
	await target.click();
	const painted = await eventually(() => contentOf(window).locator('html').evaluate(painting, selector));
	const began = await start;
	await closeEditors(window);
	return painted - began;
}

/** The mean frame, in milliseconds, while one scrolls from the top to the end; the page is closed then. */
async function scrolled(window: VsCodeWindow, selector: string): Promise<number> {
	await contentOf(window).locator('.row').first().waitFor();
	const list = contentOf(window).locator(selector);
	// Until what has just been opened has come to rest.
	await window.page.waitForTimeout(500);
	const mean = await list.evaluate(scrolling, frames);
	await closeEditors(window);
	return mean;
}

/** Runs in the page. @returns when something that a selector finds was painted first, in milliseconds since 1970 */
function painting(html: HTMLElement | SVGElement, selector: string): Promise<number> {
	return new Promise((resolve) => {
		const now = () => resolve(performance.timeOrigin + performance.now());
		const look = () => {
			const found = html.ownerDocument.querySelector(selector)?.textContent;
			requestAnimationFrame(found ? () => setTimeout(now) : look);
		};
		look();
	});
}

/** Runs in the page. */
function scrolling(list: HTMLElement | SVGElement, count: number): Promise<number> {
	return new Promise((resolve) => {
		const step = list.scrollHeight / count;
		let [frame, began] = [0, 0];
		const next = (time: number) => {
			began ||= time;
			if (frame === count) return resolve((time - began) / count);
			frame++;
			list.scrollTop += step;
			requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
	});
}
