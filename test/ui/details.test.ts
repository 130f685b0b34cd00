import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { SampleTenant } from '../../src/sample/invent/tenant.ts';
import { everyField } from '../partner-api/everyField.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { useSignedInWindow } from './harness.ts';
import { type Theme, themes } from './themes.ts';

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

const seed: { value: { id: string }[] } = JSON.parse(
	readFileSync(new URL('../unit/fixtures/seed-list-repaired.json', import.meta.url), 'utf8'),
);
const urgent = {
	...everyField,
	id: '0d43414c-0001-4000-8000-000000000002',
	status: 'New',
	substatus: 'Pending',
	createdDateTime: inDays(-12.5),
	expirationDateTime: inDays(1.5),
	acceptedDateTime: null,
	closedDateTime: null,
};
const fixtures = {
	'every field': everyField,
	'nothing but an id': { id: 'only-an-id-1' },
	lead: seed.value[0],
	'co-sell': seed.value[1],
};
const tenant: SampleTenant = JSON.parse(JSON.stringify({ referrals: [...Object.values(fixtures), urgent] }));
const api = await startPartnerApi({ token: 'a-token-for-tests', tenant });

describe('the details page', () => {
	const code = useSignedInWindow(api);
	const details = () => code().details;

	for (const [name, json] of Object.entries(fixtures))
		it(`says something in each section, and nothing that is not there: ${name}`, async () => {
			await code().goToReferral(json?.id ?? '');
			const sections = await details().content.getByRole('region').all();
			assert.ok(sections.length >= 10);
			for (const section of sections) {
				const [title, ...text] = (await section.innerText()).split('\n').filter((line) => line.trim());
				assert.ok(title && text.length > 0, `${title} is blank`);
			}
			const all = await details().body.innerText();
			assert.doesNotMatch(all, /\bundefined\b|\bnull\b|\[object |\bNaN\b/);
			await code().screenshot(`details of ${name}`);
		});

	it('tells how long there is left to answer, in a sentence and not by colour alone', async () => {
		await code().goToReferral(urgent.id);
		await details().says(/New, Pending, for 12 days\. ⚠ Expires in 1 day, on \w+ \d+, \d{4}/);
		const present = details().content.locator('[aria-current="step"]');
		assert.match(await present.innerText(), /New\s+Pending/);
	});

	it('says of a consent that was not stated so, and of one that was refused', async () => {
		await code().goToReferral(seed.value[0]?.id ?? '');
		assert.match(
			(await details().section('Consent').innerText()).replace(/\s+/g, ' '),
			/May be contacted Yes Information may be shared with others Not stated Visible to Microsoft sellers Not stated/,
		);
	});

	it('tells times as the reader has them, relative to now, and in UTC when pointed at', async () => {
		await code().goToReferral(everyField.id);
		const created = details().section('Dates').locator('time').first();
		assert.equal(await created.getAttribute('datetime'), '2026-10-01T21:03:42.457Z');
		assert.match((await created.getAttribute('title')) ?? '', /October 1, 2026.*9:03:42.PM UTC/);
		await details().says(/Created Oct 1, 2026, \d+:03 [AP]M \(.* ago\)/);
	});

	for (const theme of Object.keys(themes) as Theme[])
		describe(`in ${theme}`, () => {
			before(() => code().setTheme(theme));

			it('has nothing that people with disabilities stumble over', async () => {
				await code().goToReferral(urgent.id);
				assert.deepEqual(await details().violations(), []);
				await code().screenshot(`details page ${theme}`);
			});
			it('nor where every field came', async () => {
				await code().goToReferral(everyField.id);
				assert.deepEqual(await details().violations(), []);
			});
			it('nor where next to nothing came', async () => {
				await code().goToReferral('only-an-id-1');
				assert.deepEqual(await details().violations(), []);
			});
			it('nor at 200 % zoom', async () => {
				await code().goToReferral(urgent.id);
				await code().zoomed(2, async () => {
					assert.deepEqual(await details().violations(), []);
					assert.equal(await details().overflow(), 0);
					await code().screenshot(`details page ${theme} at 200 percent`);
				});
			});
			it('nor in 320 pixels', async () => {
				await code().goToReferral(everyField.id);
				await code().narrowed(async () => {
					assert.equal(await details().width(), 320);
					assert.deepEqual(await details().violations(), []);
					assert.equal(await details().overflow(), 0);
					await code().screenshot(`details page ${theme} in 320 pixels`);
				});
			});
		});

	it('is gone through by keyboard in the order in which it is read', async () => {
		await code().setTheme('Default Dark Modern');
		await code().goToReferral(everyField.id);
		await details().title.click();
		const order: string[] = [];
		for (let stop = 0; stop < 14; stop++) {
			await code().press('Tab');
			order.push((await details().focused.innerText()).replace(/\s+/g, ' '));
		}
		assert.deepEqual(order, [
			...['Refresh', 'Pin', 'Open as JSON', 'Compare with…', 'Copy…'],
			'One Specimen Way Floor 3 Redmond WA Northwest 98052 United States (US)',
			...['ada.weber@fabrikam.com', '+1 425 555 0100', 'li.chen@fabrikam.com', '+1 425 555 0100'],
			'https://www.example.com/offer?id=1&lang=en',
			...['john.doe@contoso.com', '+1 425 555 0100', 'Related referrals'],
		]);
	});

	it('does by keyboard what its buttons say', async () => {
		await details().button('Pin').focus();
		await code().press('Enter');
		await details().content.getByRole('button', { name: 'Pin', pressed: true }).waitFor();
		await code().press(' ');
		await details().content.getByRole('button', { name: 'Pin', pressed: false }).waitFor();
	});

	it('opens a web page only when it is clicked, and only after the editor has asked', async () => {
		await details().content.getByRole('link', { name: 'https://www.example.com/offer?id=1&lang=en' }).click();
		await code().dialog.all.filter({ hasText: 'https://www.example.com/offer?id=1&lang=en' }).waitFor();
		await code().screenshot('link out of the details');
		await code().dialog.answer(/external website/, 'Cancel');
	});

	it('lets nothing run, load or be sent but its own script and style', async () => {
		const policy = details().content.locator('meta[http-equiv="Content-Security-Policy"]');
		assert.match(
			(await policy.getAttribute('content')) ?? '',
			/^default-src 'none'; script-src 'nonce-([\w-]{36})'; style-src 'nonce-\1'; base-uri 'none'; form-action 'none'$/,
		);
	});

	it('takes no notice of what is no message of the editor', async () => {
		const before = await details().body.innerText();
		await details().body.evaluate(() => {
			const details = { id: 'r1', sections: 'none' };
			const junk = [null, 1, 'change', [], {}, { type: 'show' }, { type: 'constructor' }];
			for (const message of [
				...junk,
				{ type: 'change', details },
				{ type: 'change', can: 1 },
				{ type: 'related' },
			])
				window.postMessage(message, '*');
		});
		await code().page.waitForTimeout(300);
		assert.equal(await details().body.innerText(), before);
	});

	it('is searched with the find widget of the editor', async () => {
		await details().title.click();
		await code().press('Control+F');
		await code().page.locator('.webview-find-widget, .simple-find-part.visible').first().waitFor();
		await code().press('Escape');
	});
});
