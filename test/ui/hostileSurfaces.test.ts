import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type { Locator } from 'playwright-core';
import { queryLink, readQueryLink } from '../../src/query/link.ts';
import { everything } from '../../src/query/query.ts';
import { dateText } from '../../src/referral/dateText.ts';
import type { SampleTenant } from '../../src/sample/invent/tenant.ts';
import { hostileNames, hostileReferral, hostileValues, longNames } from '../partner-api/hostileReferrals.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';

const names = hostileNames.filter((name) => !longNames.includes(name));
const tenant: SampleTenant = JSON.parse(
	JSON.stringify({ referrals: names.map((name) => hostileReferral(name)) }),
);
const api = await startPartnerApi({ token: 'a-token-for-tests', tenant });
const exports = new TemporaryFolder('hostile');

/** Marks that reorder or hide text, but for the one that keeps text from being more than that. */
const harmful = /[\u00ad\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
/** As much of a text as fits into an address, an input or a name. */
const pieces = [
	...new Set(names.map((name) => hostileValues[name].slice(0, 150).toWellFormed().trim())),
].filter((text) => text);

/** Runs in the page. From top to bottom. */
function positionsOf(rows: readonly Element[]): number[] {
	return rows.map((row) => Number(row.getAttribute('aria-posinset'))).sort((a, b) => a - b);
}

/** Whether a row stands in the view as a whole, and on one line. */
function isInSight({ y, height }: { readonly y: number; readonly height: number }): boolean {
	return y > 70 && y + height < 760 && height < 30;
}

/** Nothing of a text became a link, an icon, an image or a control. */
async function assertPlain(place: Locator, about: string): Promise<void> {
	const made =
		'a[href], a[data-href], img, iframe, object, form, svg, .codicon-alert, .codicon-sync, .codicon-account';
	assert.equal(await place.locator(made).count(), 0, about);
	assert.doesNotMatch((await place.allTextContents()).join('\n'), harmful, about);
}

describe(`what strangers typed, in ${pieces.length} ways, wherever it is shown`, function () {
	this.timeout(180_000);
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	before(() => code().setSettings({ 'workbench.hover.delay': 0 }));
	after(() => exports.remove());

	it('is plain in every row of the tree, and in its tooltip', async () => {
		await tree().expand(/^Pending/);
		await tree().reveal(/^New/);
		const rows = tree().all.locator('.monaco-list-rows [aria-level="3"]');
		const left = new Set(names);
		await rows.nth(20).waitFor();
		for (let turn = 0; turn < 40 && left.size > 0; turn++) {
			for (const position of await rows.evaluateAll(positionsOf)) {
				const row = rows.and(code().page.locator(`[aria-posinset="${position}"]`));
				const name = names[position - 1];
				const box = await row.boundingBox();
				if (!name || !left.has(name) || !box || !isInSight(box)) continue;
				await assertPlain(row.locator('.monaco-icon-label'), name);
				// Not by the row, which would first be scrolled to elsewhere.
				await code().page.mouse.move(box.x + 120, box.y + 10);
				// Each was created at another minute, so that it isn't the tooltip of the row before.
				const created = dateText(hostileReferral(name).createdDateTime, 'en', 'UTC');
				const hover = code().page.locator('.monaco-hover:visible').filter({ hasText: created });
				await hover.first().waitFor();
				await assertPlain(hover, name);
				left.delete(name);
			}
			await code().page.mouse.wheel(0, 50);
		}
		assert.deepEqual([...left], []);
	});

	it('is plain in the list of what is loaded', async () => {
		await code().palette.run('Partner Referrals: Go to Referral…');
		const row = code().quickPick.all.locator('.monaco-list-row.focused');
		const seen = new Set<string | null>();
		for (let step = 0; step < 50; step++) {
			await code().press('ArrowDown');
			await assertPlain(
				row.locator('.label-name, .label-description, .quick-input-list-label-meta'),
				`${step}`,
			);
			seen.add(await row.getAttribute('aria-label'));
		}
		assert.ok(seen.size > 40, `${seen.size}`);
		await code().screenshot('hostile list');
		await code().press('Escape');
	});

	it('is plain in the names of saved queries', async () => {
		await code().setSettings({ 'partnerReferrals.queries': pieces.map((name) => ({ name, text: name })) });
		await code().palette.run('Partner Referrals: Switch to Saved Query…');
		const row = code().quickPick.all.locator('.monaco-list-row.focused');
		await row.waitFor();
		for (const piece of pieces) {
			await assertPlain(row.locator('.label-name, .label-description, .quick-input-list-label-meta'), piece);
			await code().press('ArrowDown');
		}
		await code().screenshot('hostile saved queries');
		await code().press('Escape');
		await code().setSettings({ 'partnerReferrals.queries': null });
	});

	it('is plain where it cannot be entered', async () => {
		await code().palette.run('Partner Referrals: Filter…');
		await code().quickPick.choose(/Updated since/);
		await code().quickPick.all.getByText('Filter Referrals: Updated since').waitFor();
		const message = code().quickPick.all.locator('.quick-input-message');
		for (const piece of pieces) {
			// The box of the step before may still be there for a moment, and take what is typed.
			await eventually(async () => {
				await code().quickPick.input.fill(piece);
				assert.match((await message.textContent()) ?? '', /Updated since:/);
			});
			await assertPlain(message, piece);
		}
		await code().screenshot('hostile entry');
		await code().press('Escape', 'Escape');
	});

	it('is plain in the question of a link, and in its refusal', async () => {
		const question = code().dialog.all.filter({ hasText: 'A link wants to show referrals' });
		const refusal = code().notification('This link cannot be opened');
		const clear = async () => {
			await refusal.first().hover();
			await refusal
				.first()
				.getByRole('button', { name: /^Clear Notification/ })
				.click();
			await refusal.first().waitFor({ state: 'detached' });
		};
		const link = 'vscode://partner-referrals.partner-referrals/query';
		for (const piece of pieces) {
			const asking = queryLink({ ...everything, text: piece });
			if ('query' in readQueryLink(decodeURIComponent(asking))) {
				await code().openLink(`${link}?${asking}`);
				await question.waitFor();
				await assertPlain(question.locator('.dialog-message-text, .dialog-message-detail'), piece);
				await code().dialog.answer('A link wants to show referrals', 'Cancel');
			}
			await code().openLink(`${link}?status=${encodeURIComponent(encodeURIComponent(piece))}`);
			await refusal.first().waitFor();
			assert.equal(await refusal.locator('.notification-list-item-message a').count(), 0);
			await assertPlain(refusal.locator('.notification-list-item-message'), piece);
			await clear();
			// Of more than three within 0.8 seconds the editor shows only the first ones.
			await delay(100);
		}
	});

	it('is plain beside the title and above the tree, and in the filter', async () => {
		for (const piece of [hostileValues.icon, hostileValues.markdownLink, hostileValues.bidiOverride]) {
			const link = `vscode://partner-referrals.partner-referrals/query?text=${encodeURIComponent(piece)}`;
			await code().openLink(link);
			await code().dialog.answer('A link wants to show referrals', 'Show');
			const message = code().page.locator('.tree-explorer-viewlet-tree-view .message');
			await eventually(async () => assert.match((await message.textContent()) ?? '', /Filter: /));
			await assertPlain(message, piece);
			await code().palette.run('Partner Referrals: Filter…');
			await code()
				.quickPick.option(/Show Referrals/)
				.waitFor();
			await assertPlain(
				code().quickPick.all.locator('.label-name, .label-description, .quick-input-list-label-meta'),
				piece,
			);
			await code().screenshot('hostile filter');
			await code().press('Escape');
		}
		await code().palette.run('Partner Referrals: Clear Filter');
		const message = code().page.locator('.tree-explorer-viewlet-tree-view .message');
		await eventually(async () => assert.equal(await message.textContent(), ''));
	});

	it('calculates nothing in a CSV', async () => {
		const file = join(exports.path, 'all.csv');
		await code().startExport(file);
		await eventually(() => assert.ok(existsSync(file)));
		const rows: string[][] = parse(readFileSync(file, 'utf8'), { bom: true });
		assert.equal(rows.length, names.length + 1);
		for (const cell of rows.slice(1).flat()) assert.doesNotMatch(cell, /^\s*[=@]|^[+-](?![\d .()]*$)/);
	});

	it('is no name of a tab, and in no title of the window', async () => {
		await code().goToReferral(hostileReferral('markdownLink').id);
		await code().palette.run('Partner Referrals: Compare with…');
		await code().quickPick.input.fill('javascript');
		await code().quickPick.choose(/^javascript:window/);
		await code().page.locator('.monaco-diff-editor').waitFor();
		const titles = [
			await code().page.title(),
			...(await code().page.locator('.tabs-container .tab').allTextContents()),
		].join('\n');
		assert.match(titles, /Referral [\da-f]{8}/);
		assert.doesNotMatch(titles, /script|pwned|click|command:/);
	});

	it('is in no log', () => {
		const logs = code()
			.written()
			.filter(([path]) => /\.log$/.test(path));
		assert.ok(logs.length > 0);
		for (const [path, text] of logs)
			for (const piece of pieces.filter((each) => each.length > 12))
				assert.ok(!text.includes(piece), `${path}: ${piece}`);
	});
});
