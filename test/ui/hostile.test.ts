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

describe('what a stranger typed, on the page of a referral', () => {
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

	it('is text on the page, one referral after the other', async function () {
		this.timeout(180_000);
		const first = tree().all.locator('[aria-level="3"][aria-posinset="1"]');
		await tree().expand(/^Pending/);
		await tree().reveal(/New, Pending/);
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

	it('comes to nothing elsewhere either', async () => {
		assert.deepEqual(
			api.requests.filter(({ method, kind }) => method !== 'GET' || kind === 'other'),
			[],
		);
	});
});
