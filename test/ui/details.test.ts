import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { SampleTenant } from '../../src/sample/invent/tenant.ts';
import { everyField } from '../partner-api/everyField.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { testedVersion } from '../workbench/testedVersion.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';
import { type Theme, themes } from './themes.ts';

/** The page is the same in every version, so that one theme tells whether an older one has what it needs. */
const looks = (Object.keys(themes) as Theme[]).slice(0, testedVersion() === 'newest' ? undefined : 1);

const sectionTitles = [
	...['Notes', 'Needs', 'Deal', 'Customer', 'Contacts', 'Team', 'Dates'],
	...['Invitation', 'Consent', 'Target', 'Ids'],
];

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
const theirs = {
	id: '0d43414c-0001-4000-8000-000000000003',
	engagementId: everyField.engagementId.toUpperCase(),
	...{ organizationId: 'msft', organizationName: 'Microsoft', name: 'Field service, seen from Redmond' },
	...{ status: 'Active', substatus: 'Accepted', createdDateTime: inDays(-12) },
	details: { dealValue: 80000, currency: 'USD', closingDateTime: everyField.details.closingDateTime },
};
const fixtures = {
	'every field': everyField,
	'nothing but an id': { id: 'only-an-id-1' },
	lead: seed.value[0],
	'co-sell': seed.value[1],
};
const tenant: SampleTenant = JSON.parse(
	JSON.stringify({ referrals: [...Object.values(fixtures), urgent, theirs] }),
);
const api = await startPartnerApi({ token: 'a-token-for-tests', tenant });

describe('the details page', () => {
	const code = useSignedInWindow(api);
	const details = () => code().details;

	for (const [name, json] of Object.entries(fixtures))
		it(`says something in each section, and nothing that is not there: ${name}`, async () => {
			await code().goToReferral(json?.id ?? '');
			const sections = await details().content.getByRole('region').all();
			for (const section of sections) {
				const [title, ...text] = (await section.innerText()).split('\n').filter((line) => line.trim());
				assert.ok(title && text.length > 0, `${title} is blank`);
			}
			// Whatever is not there, is named in one line.
			const empty = await details().content.locator('.empty').allInnerTexts();
			const named = empty.join().replace('Nothing was sent for: ', '').split(', ');
			const titles = await details().content.locator('section h2').allInnerTexts();
			assert.deepEqual(
				[...titles, ...named].filter((title) => title && title !== 'Other fields').toSorted(),
				sectionTitles.toSorted(),
			);
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

	for (const theme of looks)
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
			it('nor from 320 to 1,600 pixels, with everything open', async function () {
				this.timeout(180_000);
				await code().goToReferral(theirs.id);
				await code().goToReferral(everyField.id);
				await details().openRelated();
				await details().content.locator('.preferences summary').first().click();
				await code().inWidths([320, 600, 899, 900, 1200, 1600], async (width) => {
					assert.equal(await details().width(), width);
					assert.deepEqual(await details().violations(), [], `${width} pixels`);
					assert.equal(await details().overflow(), 0, `${width} pixels`);
					await details().scrollTo('bottom');
					await code().screenshot(`details page ${theme} in ${width} pixels at the bottom`);
					await details().scrollTo('top');
					await code().screenshot(`details page ${theme} in ${width} pixels`);
				});
			});
		});

	it('is gone through by keyboard in the order in which it is read', async () => {
		await code().setTheme('Default Dark Modern');
		await code().goToReferral(everyField.id);
		await details().title.click();
		const order: string[] = [];
		const card = (name: string, mail: string) => [
			...[`Copy ${name}`, mail, `Copy ${mail}`, '+1 425 555 0100', 'Copy +1 425 555 0100', 'Preferences'],
		];
		const expected = [
			...['Refresh', 'Pin', 'Open as JSON', 'Compare with…', 'Copy…'],
			'https://www.example.com/offer?id=1&lang=en',
			'One Specimen Way Floor 3 Redmond WA Northwest 98052 United States (US)',
			...card('Ada Weber', 'ada.weber@fabrikam.com'),
			...card('Li Chen', 'li.chen@fabrikam.com'),
			...card('John Doe', 'john.doe@contoso.com'),
			'Related referrals',
		];
		for (let stop = 0; stop < expected.length; stop++) {
			await code().press('Tab');
			const { focused } = details();
			const said = (await focused.getAttribute('aria-label')) ?? (await focused.innerText());
			order.push(said.replace(/\s+/g, ' '));
		}
		assert.deepEqual(order, expected);
	});

	it('does by keyboard what its buttons say', async () => {
		await details().button('Pin').focus();
		await code().press('Enter');
		await details().content.getByRole('button', { name: 'Pin', pressed: true }).waitFor();
		await code().press(' ');
		await details().content.getByRole('button', { name: 'Pin', pressed: false }).waitFor();
	});

	it('stands in two columns where there is room for both, and in one where there is not', async () => {
		await code().goToReferral(everyField.id);
		const boxes = async () => {
			const names = ['Notes', 'Deal', 'Customer', 'Dates', 'Invitation'];
			const all = await Promise.all(names.map((name) => details().section(name).boundingBox()));
			return all.map((box) => box ?? assert.fail());
		};
		await code().inWidths([899, 900], async (width) => {
			const [notes, deal, customer, dates, invitation] = await boxes();
			assert.ok(notes && deal && customer && dates && invitation);
			assert.equal(notes.y === customer.y, width >= 900, `${width} pixels`);
			assert.equal(customer.x > notes.x + notes.width, width >= 900);
			// Read from top to bottom, what is wanted comes before who wants it.
			assert.ok(deal.y > notes.y && dates.y > customer.y && invitation.y > dates.y);
			if (width < 900) assert.ok(customer.y > deal.y);
		});
	});

	it('has people on cards, whose preferences are folded away', async () => {
		await code().goToReferral(everyField.id);
		const cards = details().section('Contacts').locator('.card');
		assert.equal(await cards.count(), 2);
		const text = async () => (await cards.first().innerText()).replace(/\s+/g, ' ').trim();
		assert.match(
			await text(),
			/^Ada Weber Title: CIO Email: ada\S+ Phone number: \+1 425 555 0100 Preferences$/,
		);
		await cards.first().locator('summary').click();
		await eventually(async () => assert.match(await text(), /Locale: en-us Disable notifications: Yes/));
		// A card that is open is not that of somebody else on another page.
		await code().goToReferral(urgent.id);
		assert.equal(await details().content.locator('.preferences[open]').count(), 0);
	});

	it('copies a mail address, and says so once it is done', async () => {
		await code().goToReferral(everyField.id);
		const copy = details().button('Copy ada.weber@fabrikam.com');
		await copy.focus();
		await code().press('Enter');
		await details().content.getByRole('status').getByText('Copied: ada.weber@fabrikam.com').waitFor();
		assert.equal(await code().clipboard(), 'ada.weber@fabrikam.com');
		await details().button('Copied: ada.weber@fabrikam.com').waitFor();
		assert.equal(await details().focused.getAttribute('aria-label'), 'Copied: ada.weber@fabrikam.com');
		await code().screenshot('details copied');
		await copy.waitFor();
	});

	it('has solutions in a table, with what those come to whose price and quantity came', async () => {
		await code().goToReferral(everyField.id);
		const table = details().content.getByRole('table', { name: 'Solutions' });
		const rows = await table.getByRole('row').allInnerTexts();
		assert.deepEqual(
			rows.map((row) => row.replace(/\s+/g, ' ').trim()),
			[
				'Solution Quantity Price Amount',
				'Contoso Field Kit Id: SOL-34104-EBB Type: Name Solution type: Name Currency: EUR Publisher name: Contoso Company Closing: Dec 31, 2026 (in 1 month) 3 €1,250.50 €3,751.50',
				'Dynamics365forFieldService Type: Category',
				'Total of 1 out of 2 €3,751.50',
			].map((row) => row.replace(/in 1 month/, rows[1]?.match(/in \d+ \w+/)?.[0] ?? '')),
		);
	});

	it('says at its top where a side that is known differs, and beside it in which of all', async () => {
		await code().goToReferral(theirs.id);
		await code().goToReferral(urgent.id);
		const sides = details().content.getByRole('list', { name: 'Other sides of the engagement' });
		await sides.getByText("Microsoft's side: Active › Accepted; value $80,000").waitFor();
		await details().openRelated();
		const side = details().content.locator('.related .card').filter({ hasText: 'seen from Redmond' });
		const rows = await side.getByRole('row').allInnerTexts();
		assert.deepEqual(
			rows.map((row) => row.replace(/\s+/g, ' ').trim()),
			[
				"Field This referral Microsoft's side",
				'Status New › Pending Active › Accepted ≠ differs',
				'Estimated value $50,000 $80,000 ≠ differs',
				'Estimated close Dec 24, 2026 Dec 24, 2026',
			],
		);
		await side.scrollIntoViewIfNeeded();
		await code().screenshot('details sides');
	});

	it('says at its top why it needs somebody, by the same rules as the tree', async () => {
		await code().goToReferral(urgent.id);
		const reasons = details().content.getByRole('list', { name: 'Needs attention' });
		await reasons.getByText(/^expires in 1 day$/).waitFor();
		await reasons.getByText(/^the two sides disagree$/).waitFor();
		await code().goToReferral(everyField.id);
		assert.equal(await reasons.count(), 0);
	});

	it('puts two sides into the diff editor', async () => {
		await code().goToReferral(urgent.id);
		await details().openRelated();
		await details().button('Compare: Field service, seen from Redmond').click();
		const changed = code().page.locator('.monaco-diff-editor .modified .view-lines');
		await changed.filter({ hasText: 'msft' }).waitFor();
		await details()
			.tab(`Referrals ${urgent.id.slice(0, 8)} ↔ ${theirs.id.slice(0, 8)}`)
			.waitFor();
		await code().screenshot('details sides compared');
		await code().palette.run('View: Close Editor');
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
