import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { detailsOf } from '../../../src/details/details.ts';
import type { JsonObject } from '../../../src/partner/json.ts';
import { dateText } from '../../../src/referral/dateText.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';
import { blockText, detailsText } from './detailsText.ts';

const reader = { locale: 'en-US', now: now.getTime() };
const { value: seedItems }: { value: JsonObject[] } = JSON.parse(
	readFileSync(new URL('../fixtures/seed-list-repaired.json', import.meta.url), 'utf8'),
);
const sampleRows: readonly JsonObject[] = JSON.parse(JSON.stringify(tenant.referrals));

/** A referral in the form that it reaches the product: as text. */
const detailsFor = (json: object) => detailsOf(received(JSON.parse(JSON.stringify(json))), reader);

/** Section, label and values of every field, but for the id that all have, and the consents that nobody gave. */
function toldBy(json: object): readonly string[] {
	return fieldsOf({ id: 'r1', ...json }).filter(
		(line) => line !== 'Ids | Referral id | r1' && !line.endsWith(' | Not stated'),
	);
}

function fieldsOf(json: object): readonly string[] {
	return detailsFor(json).sections.flatMap(({ title, fields }) =>
		fields.map(({ label, blocks }) => `${title} | ${label} | ${blocks.map(blockText).join(' / ')}`),
	);
}

const titles = [
	...['Notes', 'Needs', 'Deal', 'Customer', 'Contacts', 'Team', 'Dates'],
	...['Invitation', 'Consent', 'Target', 'Ids'],
];

describe('the details', () => {
	describe('of the documented sample', () => {
		const [lead = {}, coSell = {}] = seedItems;
		it('the lead: title, kind, course, sections', () => {
			const { id, title, customer, kind, value, course, sections } = detailsFor(lead);
			assert.equal(id, 'c5fbb3b6-be74-4795-9fb5-4324c73fed37');
			assert.equal(title, 'Fabrikam Customer Inc');
			assert.deepEqual([customer, value, kind], ['', '', ['Marketplace lead']]);
			assert.deepEqual([course.status, course.substatus], ['New', 'Pending']);
			assert.equal(course.expiry, Date.parse('2018-11-13T00:00:00Z'));
			assert.deepEqual(
				sections.map((section) => section.title),
				[...titles, 'Other fields'],
			);
			assert.deepEqual(
				sections.filter(({ fields }) => fields.length === 0).map((section) => section.title),
				['Team', 'Invitation'],
			);
		});
		it('the co-sell opportunity: its fields', () => {
			const told = fieldsOf(coSell);
			for (const line of [
				'Deal | Estimated value | $50,000',
				'Customer | Address | One Microsoft Way\n34\nRedmond WA 98052\nUnited States (US)',
				'Customer | Size | 10 to 50 employees',
				'Needs | Solutions | Dynamics 365 for Field Service\nType: Category\nId: Dynamics365forFieldService',
				'Consent | Visible to Microsoft sellers | Not stated',
				'Needs | Products | Dynamics365Enterprise',
				'Consent | Information may be shared with others | Yes',
				'Invitation | Invited by | Microsoft',
				'Dates | Created | Oct 29, 2018, 9:24 PM UTC',
			])
				assert.ok(
					told.map((each) => each.replaceAll('\u202f', ' ')).includes(line),
					`${line}\n${told.join('\n')}`,
				);
			const team = told.find((line) => line.startsWith('Team | Members | ')) ?? '';
			assert.match(team, /John Doe\nEmail: john\.doe@microsoft\.com\nPhone number: 1231231234\n/);
		});
	});

	describe('lose nothing', () => {
		it('of the documented sample', () => {
			for (const item of seedItems) assertAllTold(item);
		});
		it('of 200 referrals of the sample tenant, and of all that are odd', () => {
			for (const row of sampleRows.slice(0, 200)) assertAllTold(row);
			const fields = new Set<string>();
			for (const row of sampleRows) {
				const before = fields.size;
				for (const place of placesIn(row)) fields.add(place);
				if (fields.size > before) assertAllTold(row);
			}
		});
		it('of any JSON', () => {
			const json = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 6 });
			fc.assert(
				fc.property(json, (each) => assertAllTold({ ...each, id: 'r1' })),
				{ seed: 41, numRuns: 2_000 },
			);
		});
	});

	it('have no traces of what there is not', () => {
		for (const row of [...seedItems, ...sampleRows])
			assert.doesNotMatch(detailsText(detailsFor(row)), /undefined|\bnull\b|\[object |\bNaN\b|function /);
	});

	it('have no empty title, label or value', () => {
		for (const row of [...seedItems, ...sampleRows]) {
			const { title, sections } = detailsFor(row);
			assert.ok(title);
			for (const { label, blocks } of sections.flatMap(({ fields }) => fields)) {
				assert.ok(label && blocks.length > 0);
				for (const block of blocks) assert.notEqual(blockText(block).trim(), '');
			}
		}
	});

	it('have the same sections in the same order, whatever came, so that the eye learns the place', () => {
		for (const row of [...seedItems, ...sampleRows, { id: 'r1' }]) {
			const { sections } = detailsFor(row);
			assert.deepEqual(
				sections.slice(0, titles.length).map(({ title }) => title),
				titles,
			);
			for (const { title, fields } of sections.slice(titles.length))
				assert.ok(title === 'Other fields' && fields.length > 0);
		}
	});

	it('have the fields of a section in the same order, whatever the order on the wire', () => {
		const order = (row: object) => fieldsOf(row).filter((line) => !line.startsWith('Other fields'));
		for (const row of [...seedItems, ...sampleRows.slice(0, 200)])
			assert.deepEqual(order(Object.fromEntries(Object.entries(row).reverse())), order(row));
	});

	describe('tell', () => {
		const tells = (name: string, json: object, ...lines: readonly string[]) =>
			it(name, () => assert.deepEqual(toldBy(json), lines));

		tells('nothing of what is empty', {
			...{ name: null, statusReason: '', tags: [], trackingInfo: {}, team: [null, '', ' ', {}, []] },
			...{
				customerProfile: { ids: {}, team: null, address: { addressLine2: '' } },
				details: { a: { b: [] } },
			},
		});
		tells(
			'false and zero',
			{ favorite: false, quality: 0 },
			'Other fields | Favorite | No',
			'Other fields | Quality | 0',
		);
		tells('tags', { tags: ['a', 'b'] }, 'Other fields | Tags | a / b');
		tells(
			'ids as a table',
			{ customerProfile: { ids: { Duns: '1', External: '2' } } },
			'Customer | Duns | 1',
			'Customer | External | 2',
		);
		tells(
			'ids as a list',
			{
				customerProfile: {
					ids: [
						{ profileType: 'Duns', id: '' },
						{ profileType: 'External', id: '2' },
					],
				},
			},
			'Customer | Customer ids | Profile type: Duns / Profile type: External\nId: 2',
		);
		tells(
			'products with commas',
			{ details: { requirements: { products: [{ id: 'DynamicsAX,GP,NAV,SL' }, { id: 'SQL' }] } } },
			'Needs | Products | DynamicsAX,GP,NAV,SL / SQL',
		);
		tells(
			'a value as text',
			{ details: { dealValue: '1.50', currency: 'USD' } },
			'Deal | Estimated value | 1.50',
			'Deal | Currency | USD',
		);
		tells(
			'a value without currency',
			{ details: { dealValue: 1500, currency: null } },
			'Deal | Estimated value | 1,500',
		);
		tells('a stage as text', { salesStage: '100' }, 'Deal | Sales stage | 100');
		tells(
			'small and long numbers',
			{ a: 0.000012, b: 1234567.891234 },
			'Other fields | A | 0.000012',
			'Other fields | B | 1,234,567.891234',
		);
		tells('a contact without a name', { team: [{ email: 'a@b.c' }] }, 'Team | Members | Email: a@b.c');
		tells('a contact with nothing', {
			team: [{ firstName: null, email: null, contactPreference: { locale: null } }],
		});
		tells('lines of notes', { details: { notes: 'a\r\nb' } }, 'Notes | Notes | a\nb');
		tells(
			'a price with its currency',
			{ details: { requirements: { solutions: [{ id: 'S', price: 9.5, currency: 'EUR', quantity: 3 }] } } },
			'Needs | Solutions | Id: S\nPrice: €9.50\nCurrency: EUR\nQuantity: 3',
		);
		tells(
			'a country that is no code',
			{ customerProfile: { address: { country: 'Ruritania', city: 5 } } },
			'Customer | Address | Ruritania',
			'Customer | City | 5',
		);
		tells(
			'an address that is a text',
			{ customerProfile: { address: 'Here 1' } },
			'Customer | Address | Here 1',
		);
		tells(
			'what a flag says',
			{ consent: { consentToContact: false, consentToToShareInfoWithOthers: true } },
			'Consent | May be contacted | No',
			'Consent | Information may be shared with others | Yes',
		);
		it('that a consent is not stated, which is not a "no"', () => {
			const consents = fieldsOf({ id: 'r1', consent: { consentToContact: null } });
			assert.deepEqual(
				consents.filter((line) => line.startsWith('Consent')),
				['May be contacted', 'Information may be shared with others', 'Visible to Microsoft sellers'].map(
					(label) => `Consent | ${label} | Not stated`,
				),
			);
		});
		tells(
			'names from the prototype',
			JSON.parse('{"__proto__":{"id":"p"},"constructor":"c","toString":"t"}'),
			'Other fields | __proto__ id | p',
			'Other fields | Constructor | c',
			'Other fields | To string | t',
		);
		it('a field called __proto__', () => {
			const { sections } = detailsOf(received(JSON.parse('{"id":"r1","__proto__":{"deep":"p"}}')), reader);
			const [field] = sections.find(({ title }) => title === 'Other fields')?.fields ?? [];
			assert.deepEqual(field?.path, ['__proto__', 'deep']);
			assert.deepEqual([field?.label, field?.blocks.map(blockText)], ['Deep', ['p']]);
		});
		it('what is deep', () => {
			let deep: unknown = 'bottom';
			for (let level = 0; level < 40; level++) deep = level % 2 ? [deep] : { down: deep };
			assert.match(detailsText(detailsFor({ id: 'r1', deep })), /bottom/);
		});
		for (const [open, close] of [
			['[', ']'],
			['{"a":', '}'],
		] as const)
			it(`something even of 100,000 ${open}`, () => {
				const text = `{"id":"r1","name":"Deal","deep":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
				assert.equal(detailsOf(received(JSON.parse(text)), reader).title, 'Deal');
			});
	});

	describe('sum up', () => {
		const summed = (json: object, title: string, customer: string, value = '') =>
			it(`${title}: ${customer}, ${value}`, () => {
				const details = detailsFor({ id: 'r1', ...json });
				assert.deepEqual([details.title, details.customer, details.value], [title, customer, value]);
			});
		const customerProfile = { name: 'Fabrikam' };

		summed({}, 'r1', '');
		summed({ name: 'Deal', customerProfile }, 'Deal', 'Fabrikam');
		summed({ customerProfile }, 'Fabrikam', '');
		summed({ name: 'Fabrikam', customerProfile }, 'Fabrikam', '');
		summed(
			{ name: 'Deal\nof\u202e year', details: { dealValue: 5, currency: 'EUR' } },
			'Deal of year',
			'',
			'€5',
		);
	});
});

function assertAllTold(json: object): void {
	const text = squeezed(detailsText(detailsFor(json)));
	// As on the wire, where there is no minus zero.
	const leaves = leavesIn(JSON.parse(JSON.stringify(json))).map(squeezed);
	for (const leaf of leaves) assert.ok(text.includes(leaf), `${leaf} is not told in\n${text}`);
}

/** Without white space, which indenting and separators change. */
function squeezed(text: string): string {
	return text.replace(/\s/g, '');
}

/** The texts by which everything in a JSON value has to be told. */
function leavesIn(json: unknown, name = ''): readonly string[] {
	if (Array.isArray(json)) return json.flatMap((element) => leavesIn(element));
	if (typeof json === 'object' && json !== null)
		return Object.entries(json).flatMap(([key, value]) => leavesIn(value, key));
	if (typeof json === 'string') return [dateText(json.trim(), reader.locale)];
	if (typeof json === 'boolean') return [json ? 'Yes' : 'No'];
	if (typeof json !== 'number' || (json !== 0 && Math.abs(json) < 1e-12)) return [];
	return [json.toLocaleString(reader.locale, { maximumFractionDigits: name === 'dealValue' ? 3 : 20 })];
}

/** Every path in a referral with the type of what is there. */
function placesIn(json: unknown, path = ''): readonly string[] {
	if (typeof json !== 'object' || json === null) return [`${path} ${typeof json}`];
	return Object.entries(json).flatMap(([name, value]) =>
		placesIn(value, Array.isArray(json) ? path : `${path}.${name}`),
	);
}
