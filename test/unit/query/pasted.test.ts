import assert from 'node:assert/strict';
import fc from 'fast-check';
import { engagementQuery } from '../../../src/query/engagementQuery.ts';
import { queryFields } from '../../../src/query/fields.ts';
import { queryLink, readQueryLink } from '../../../src/query/link.ts';
import { filterText } from '../../../src/query/odata/odata.ts';
import { pastedFilter } from '../../../src/query/odata/pastedFilter.ts';
import { readOdata } from '../../../src/query/odata/read.ts';
import { everything } from '../../../src/query/query.ts';
import { idsIn } from '../../../src/text/idsIn.ts';
import { anyQuery } from './queries.ts';

const root = 'https://api.partner.microsoft.com/v1.0/engagements/referrals';
const [one, other] = ['c5fbb3b6-be74-4795-9fb5-4324c73fed37', '65edc0b5-3485-41b7-a17e-dfa9ef4706e2'];

describe('a pasted filter', () => {
	const filter = "status eq 'New' and substatus eq 'Pending'";
	const reads = (pasted: string, read: string) =>
		it(pasted.slice(0, 80), () => assert.equal(pastedFilter(pasted), read));

	reads(filter, filter);
	reads(`$filter=${filter}`, filter);
	reads(`?$filter=${filter}&$orderby=createdDateTime desc`, filter);
	reads(`${root}?$filter=${encodeURIComponent(filter)}&$orderby=createdDateTime%20desc`, filter);
	reads(`<${root}?$top=10&%24filter=${new URLSearchParams({ f: filter }).toString().slice(2)}>`, filter);
	reads(`${root}?$orderby=createdDateTime desc&$filter=${filter}`, filter);
	reads(
		'$filter=updatedDateTime ge 2026-01-01T00:00:00+02:00',
		'updatedDateTime ge 2026-01-01T00:00:00+02:00',
	);
	reads("externalReferenceId eq '$filter=1'", "externalReferenceId eq '$filter=1'");
	reads('$filter=%E0%A4%A', '%E0%A4%A');
	for (const [open, close] of ['‘’', '“”', '„“', '»«', '’’', '””'])
		reads(`status eq ${open}New${close} and (name eq ${open}A${close})`, "status eq 'New' and (name eq 'A')");
	reads('name eq ‘O’Neil’', "name eq 'O''Neil'".replace("''", '’'));
	reads(`name eq “O'Neil”`, "name eq 'O''Neil'");
	reads(
		"name eq 'O’Neil ‘x’ ''y'' ' and type eq ‘Shared’",
		"name eq 'O’Neil ‘x’ ''y'' ' and type eq 'Shared'",
	);
	reads('name eq ‘New', 'name eq ‘New');

	it('is what our own filter says, with whatever it was pasted', () => {
		const check = (query: Parameters<typeof filterText>[0]) => {
			const text = filterText(query, 0);
			if (text === '') return;
			const expected = readOdata(text);
			for (const pasted of [text, `${root}?$top=5&$filter=${encodeURIComponent(text)}&$orderby=a%20desc`])
				assert.deepEqual(readOdata(pastedFilter(pasted)), expected, pasted);
		};
		fc.assert(fc.property(anyQuery, check), { seed: 76, numRuns: 3_000 });
	});

	it('is text, whatever it is, and soon', () => {
		const pieces = fc.constantFrom(
			...['$filter=', '%24', '‘', '’', '“', "'", '?', '&', 'https://', ' ', 'a', '%', '>'],
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(pieces).map((all) => all.join('')),
		);
		fc.assert(
			fc.property(text, (each) => void readOdata(pastedFilter(each))),
			{ seed: 77, numRuns: 5_000 },
		);
		const start = performance.now();
		pastedFilter('‘a'.repeat(2_000));
		pastedFilter('‘a'.repeat(1_000_000));
		pastedFilter(`?${'$filter=&'.repeat(1_300)}`);
		assert.ok(performance.now() - start < 2_000);
	});
});

describe('the ids in a pasted text', () => {
	const address = `https://partner.microsoft.com/dashboard/v2/referrals/${one}/details?engagement=${other.toUpperCase()}`;
	const finds = (pasted: string, ...ids: readonly string[]) =>
		it(pasted.slice(0, 90), () => assert.deepEqual(idsIn(pasted), ids));

	finds(address, one, other);
	finds(`${address}&again=${one}`, one, other);
	finds(`<${one}>.`, one);
	finds(`“${one}”,`, one);
	finds('contoso');
	const tenant = '00000000-0000-4000-8000-000000000009';
	finds(
		`https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C${tenant}%7C0&reserved=0`,
		...[one, other],
	);
	finds(`<https://urldefense.com/v3/__https://partner.microsoft.com/${one}__;!!${tenant}$>`, one);
	finds(`https://www.google.com/url?q=${encodeURIComponent(address)}&sa=${tenant}`, one, other);

	it('are found in anything', () => {
		const wrap = fc.constantFrom('', '<', '“', ' ', 'https://x.safelinks.protection.outlook.com/?url=', '(');
		const check = (id: string, before: string, after: string) =>
			assert.deepEqual(idsIn(`${before}${id}${after}`), [id.toLowerCase()]);
		const after = fc.constantFrom('', '>', '.', '”)', '?x=1', ' please');
		fc.assert(fc.property(fc.uuid(), wrap, after, check), { seed: 78, numRuns: 1_000 });
	});
});

describe('the query for an engagement', () => {
	it('can be linked to whatever the id is, or is none', () => {
		const id = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 3000 }),
			fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
			fc.uuid().map((each) => each.toUpperCase()),
			fc.constantFrom('', ' ', '\u200b', 'x'.repeat(201), '\ud800'),
		);
		const check = (each: string) => {
			const query = engagementQuery(each);
			if (query) assert.deepEqual(readQueryLink(decodeURIComponent(queryLink(query))), { query });
			if (/^[\w.-]{1,200}$/.test(each)) assert.ok(query);
		};
		fc.assert(fc.property(id, check), { seed: 79, numRuns: 5_000 });
		assert.deepEqual(engagementQuery('E 1/2&3'), { ...everything, engagementId: 'E 1/2&3' });
	});
});

describe('a country', () => {
	it('that people call UK is GB', () => {
		const field = queryFields.find(({ name }) => name === 'country');
		for (const typed of ['UK', ' uk ']) assert.deepEqual(field?.read(typed), { value: 'GB' });
	});
});
