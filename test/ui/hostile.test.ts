import { strict as assert } from 'node:assert';
import type { SampleTenant } from '../../src/sample/invent/tenant.ts';
import {
	hostileNames,
	hostileReferral,
	hostileShapes,
	hostileTexts,
	longNames,
} from '../partner-api/hostileReferrals.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';

const short = hostileNames.filter((name) => !longNames.includes(name));
const shapes = Object.entries(hostileShapes).map(([name, shape], index) => ({
	name,
	row: { ...shape(), id: `0d43414c-0005-4000-8000-${String(index).padStart(12, '0')}` },
}));
const tenant: SampleTenant = JSON.parse(
	JSON.stringify({
		referrals: [
			...short.map((name) => hostileReferral(name)),
			...longNames.map((name) => hostileTexts(name)),
			...shapes.map(({ row }) => row),
		].map((row, index) => (index < short.length ? row : { ...row, status: 'Active', substatus: 'Accepted' })),
	}),
);
const api = await startPartnerApi({ token: 'a-token-for-tests', tenant });

/** Marks that reorder or hide text. */
const harmful = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

describe('what a stranger typed', () => {
	const code = useSignedInWindow(api);
	const asked: string[] = [];
	const refused: string[] = [];
	before(async () => {
		code()
			.page.context()
			.on('request', (request) => asked.push(request.url()));
		code().page.on('console', (message) => {
			if (/Content Security Policy/.test(message.text())) refused.push(message.text());
		});
		code().page.on('dialog', (dialog) => assert.fail(dialog.message()));
	});
	const details = () => code().details;
	const tree = () => code().tree('Referrals');

	/** Nothing ran, nothing was loaded from elsewhere or tried to be, and nothing reaches beyond the page. */
	async function assertHarmless(): Promise<void> {
		for (const frame of code().page.frames())
			assert.equal(await frame.evaluate(() => Reflect.get(window, 'pwned')), undefined);
		assert.deepEqual(
			asked.filter((url) => url.includes('example.invalid')),
			[],
		);
		assert.deepEqual(refused, []);
		assert.equal(await details().overflow(), 0);
		assert.doesNotMatch(await details().body.innerText(), harmful);
	}

	it('is one line a row in the tree', async () => {
		await tree().expand(/^Pending/);
		await tree().reveal(/New, Pending/);
		const rows = await tree().all.getByRole('treeitem', { level: 3 }).all();
		assert.ok(rows.length > 10);
		for (const row of rows) {
			const label = (await row.getAttribute('aria-label')) ?? '';
			assert.doesNotMatch(label, harmful);
			assert.doesNotMatch(label, /\n/);
			assert.ok(((await row.boundingBox())?.height ?? 99) < 30, label);
		}
		await code().screenshot('hostile tree');
	});

	it('is text in the tooltip of a row', async () => {
		for (const position of [1, 4, 14, 26, 27, 30, 31]) {
			const row = tree().all.locator(`[aria-level="3"][aria-posinset="${position}"]`);
			if (!(await row.isVisible())) continue;
			await row.hover();
			await code().page.locator('.monaco-hover:visible').first().waitFor();
			assert.equal(await code().page.locator('.monaco-hover img, .monaco-hover a[data-href]').count(), 0);
		}
	});

	it('is text on the page, one referral after the other', async function () {
		this.timeout(180_000);
		const first = tree().all.locator('[aria-level="3"][aria-posinset="1"]');
		await tree().reveal(/^Pending/);
		await first.click();
		for (const name of short) {
			await details().shows(hostileReferral(name).id);
			await assertHarmless();
			if (['script', 'bidiOverride', 'combining', 'unbrokenWide'].includes(name))
				await code().screenshot(`hostile ${name}`);
			if (name !== short.at(-1)) await details().button('Next').click();
		}
	});

	for (const name of longNames)
		it(`is cut where it is too long to read, and whole in the JSON: ${name}`, async () => {
			await code().goToReferral(hostileTexts(name).id);
			await assertHarmless();
			await details()
				.button(/more characters in the JSON/)
				.first()
				.waitFor();
			await code().screenshot(`hostile ${name}`);
			await details().button('Next').or(details().button('Refresh')).first().waitFor();
		});

	for (const { name, row } of shapes)
		it(`is shown as far as it can be: ${name}`, async () => {
			await code().goToReferral(row.id);
			await assertHarmless();
			await code().screenshot(`hostile ${name}`);
		});

	it('is whole in the JSON, as the editor shows it', async () => {
		await code().goToReferral(hostileReferral('bidiOverride').id);
		await details().button('Open as JSON').click();
		const editor = code().page.locator('.editor-instance .view-lines');
		await editor.filter({ hasText: 'invoice\\u202efdp.exe\\u202c' }).waitFor();
		assert.doesNotMatch((await editor.textContent()) ?? '', harmful);
		await code().palette.run('View: Close Editor');
	});

	it('is text in the brief', async () => {
		await code().goToReferral(hostileReferral('markdownLink').id);
		await details().title.click();
		await code().palette.run('Partner Referrals: Copy Brief');
		await eventually(async () => assert.match(await code().clipboard(), /\\\[click\\\]\(command\\?:/));
	});

	it('is text in a list that one picks from', async () => {
		await code().palette.run('Partner Referrals: Go to Referral…');
		await code().quickPick.input.fill('sync~spin');
		const row = code().quickPick.all.locator('.quick-input-list-row').first();
		await eventually(async () => assert.match((await row.textContent()) ?? '', /\$\u200b?\(alert\)/));
		assert.equal(await row.locator('.codicon-alert, .codicon-sync, .codicon-account').count(), 0);
		await code().press('Escape');
	});

	for (const query of [
		'status=[Show](command:workbench.view.search)',
		'status=[Sign%20in%20again](https://evil.example)',
		'[Retry](command:workbench.action.quit)=1',
	])
		it(`is text in what is said of a link: ${query}`, async () => {
			await code().openLink(`vscode://partner-referrals.partner-referrals/query?${query}`);
			const said = code()
				.notification(/This link cannot be opened/)
				.first();
			await said.waitFor();
			assert.equal(await said.locator('.notification-list-item-message a').count(), 0);
			await code().screenshot('hostile link');
			await code().palette.run('Notifications: Clear All Notifications');
		});

	it('is in no title of a tab or a window', async () => {
		const titles = [
			await code().page.title(),
			...(await code().page.locator('.tabs-container .tab').allTextContents()),
		].join(' ');
		assert.match(titles, /Referral [\da-f]{8}/);
		assert.doesNotMatch(titles, /script|pwned|contoso|fabrikam|click/i);
	});

	it('comes to nothing elsewhere either', async () => {
		assert.deepEqual(
			api.requests.filter(({ method, kind }) => method !== 'GET' || kind === 'other'),
			[],
		);
	});
});
