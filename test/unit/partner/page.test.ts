import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PartnerError } from '../../../src/partner/error.ts';
import { pageOf, plainPage, readPage } from '../../../src/partner/page.ts';
import { failing } from './failing.ts';
import { endpoint } from './fakeSend.ts';

const { collection } = endpoint;
const read = (body: unknown) => pageOf(plainPage(body), new Uint8Array(), collection, endpoint);
const kindsOf = (value: unknown) => read({ value }).entries.map(({ kind }) => kind);

describe('a page', () => {
	describe('holds what came, readable or not', () => {
		const holds = (name: string, value: unknown, ...kinds: readonly string[]) =>
			it(name, () => assert.deepEqual(kindsOf(value), kinds));

		holds('nothing', []);
		holds('one', [{ id: 'a' }], 'received');
		holds('null', [{ id: 'a' }, null, { id: 'b' }], 'received', 'unreadable', 'received');
		holds('a text', ['row', { id: 'b' }], 'unreadable', 'received');
		holds('an empty object', [{ id: 'a' }, {}], 'received', 'unreadable');
		holds('a list', [[], { id: 'b' }], 'unreadable', 'received');
		holds('one twice', [{ id: 'a' }, { id: 'a' }], 'received', 'received');

		it('99 stand beside a bad one', () => {
			const value = Array.from({ length: 100 }, (_, index) => (index === 50 ? 7 : { id: `r${index}` }));
			const kinds = kindsOf(value);
			assert.equal(kinds.filter((kind) => kind === 'received').length, 99);
			assert.equal(kinds[50], 'unreadable');
		});
		it('100,000 brackets deep', () => {
			const body: unknown = JSON.parse(`{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
			assert.deepEqual(
				read(body).entries.map(({ kind }) => kind),
				['unreadable'],
			);
		});
	});

	it('of the documented sample has two referrals and leads on to our own collection', () => {
		const text = readFileSync(new URL('../fixtures/seed-list-repaired.json', import.meta.url), 'utf8');
		const { entries, next, refused } = read(JSON.parse(text));
		assert.deepEqual(
			entries.map(({ kind }) => kind),
			['received', 'received'],
		);
		assert.match(
			next ?? '',
			/^https:\/\/api\.partner\.microsoft\.com\/v1\.0\/engagements\/referrals\?\$skiptoken=k181/,
		);
		assert.equal(refused, undefined);
	});

	it('is read into plain data, which another thread could send', async () => {
		const value = [{ id: 'a', details: { dealValue: '5' } }, null];
		const page = await readPage(new TextEncoder().encode(JSON.stringify({ value, '@odata.nextLink': '?b' })));
		assert.deepEqual(structuredClone(page), page);
		const [first] = page.entries;
		assert.equal(first?.kind === 'received' && first.referral.details?.dealValue, 5);
		await failing('unreadable', () => readPage(new TextEncoder().encode('{"value":[')));
		await failing('wrongShape', () => readPage(new TextEncoder().encode('{}')));
	});

	describe('is refused when it is', () => {
		const refused = (body: unknown) =>
			it(JSON.stringify(body) ?? 'undefined', () => failing('wrongShape', () => read(body)));

		refused(undefined);
		refused(null);
		refused(42);
		refused('text');
		refused([]);
		refused(['not', 'a', 'page']);
		refused({});
		refused({ value: null });
		refused({ value: { 0: { id: 'a' } } });
		refused({ value: 'text' });
		refused({ error: { code: 'generalException' } });
		refused(JSON.parse('{"__proto__":{"value":[]}}'));
	});

	it('tells the code of an error that came instead, with a status of success', async () => {
		const error = { code: 'generalException', innerError: { code: 'serviceBusy' } };
		const { facts } = await failing('wrongShape', () => read({ error }));
		assert.equal(facts.code, 'serviceBusy');
	});

	it('is refused when it has more elements than any page', async () => {
		assert.equal(read({ value: new Array(5000).fill({ id: 'a' }) }).entries.length, 5000);
		const { facts } = await failing('tooLarge', () => read({ value: new Array(5001).fill({}) }));
		assert.equal(facts.code, 'ELEMENTS');
	});

	it('is refused before it is read when it would hold everything up', async () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		const flood = (element: string) => bytes(`{"value":[${`${element},`.repeat(1_100_000)}{}]}`);
		for (const element of ['{}', '[]', '0', '""', '{"a":[]}'])
			assert.equal((await failing('tooLarge', () => readPage(flood(element)))).facts.code, 'VALUES');
		const deep = bytes(`{"value":[${'['.repeat(600_000)}${']'.repeat(600_000)}]}`);
		await failing('tooLarge', () => readPage(deep));
		// What is only long is read.
		const long = bytes(JSON.stringify({ value: [{ id: 'a', name: '{},[],'.repeat(400_000) }] }));
		assert.equal((await readPage(long)).entries.length, 1);
	});

	describe('leads', () => {
		const leads = (name: string, link: unknown, next: string | undefined, refusedKind?: string) =>
			it(name, () => {
				const page = read({ value: [{ id: 'a' }], '@odata.nextLink': link });
				assert.equal(page.next, next);
				assert.equal(page.refused?.kind, refusedKind);
				assert.equal(page.entries.length, 1);
				assert.equal('next' in page, next !== undefined);
			});

		const spelled = (name: string, value: unknown, expected: string | undefined) =>
			it(`${expected ?? 'nowhere'} by ${name}: ${JSON.stringify(value)}`, () => {
				const page = read({ value: [{ id: 'a' }], [name]: value });
				const found = page.next === undefined ? page.refused?.kind : 'on';
				assert.equal(found, expected);
			});
		const link = 'https://api.partner.microsoft.com/x?$skiptoken=a';
		for (const name of ['@nextLink', 'odata.nextLink', 'nextLink', '@odata.nextlink', '@odata.NEXTLINK'])
			spelled(name, link, 'on');
		for (const name of [
			'next',
			'nextPage',
			'nextPageLink',
			'next_page',
			'skipToken',
			'$skiptoken',
			'continuationToken',
		])
			spelled(name, link, 'linkRefused');
		spelled('hasMore', true, 'linkRefused');
		spelled('links', { next: { uri: link } }, 'linkRefused');
		spelled('_links', { next: link }, 'linkRefused');
		spelled('hasMore', false, undefined);
		spelled('next', null, undefined);
		spelled('nextLink', '', undefined);
		spelled('links', { self: { uri: link } }, undefined);
		for (const name of ['@odata.context', '@odata.count', 'nextSteps', 'text', 'context', '__proto__', ''])
			spelled(name, link, undefined);
		it('by the documented name where there are two', () => {
			const page = read({ value: [], nextLink: '?$skiptoken=b', '@odata.nextLink': '?$skiptoken=a' });
			assert.match(page.next ?? '', /skiptoken=a$/);
		});

		leads('nowhere without a link', undefined, undefined);
		leads('nowhere by null', null, undefined);
		leads('nowhere by an empty link', '', undefined);
		leads('on by a link', '?$skiptoken=a', `${collection}?$skiptoken=a`);
		leads('astray by a number', 7, undefined, 'linkRefused');
		leads('astray by an object', {}, undefined, 'linkRefused');
		leads('astray by false', false, undefined, 'linkRefused');
		leads('astray by another host', 'https://evil.example/?$skiptoken=a', undefined, 'linkRefused');
		leads('astray by no address', 'http://[', undefined, 'linkRefused');
		leads('astray by a blank', ' ', undefined, 'linkRefused');
		leads('on by half a surrogate pair', '?a=\ud800', `${collection}?a=%EF%BF%BD`);
	});

	it('counts for nothing what says how many there are', () => {
		for (const count of [0, 123_456, 'many', null, -1])
			assert.equal(read({ '@odata.count': count, value: [{ id: 'a' }] }).entries.length, 1);
	});

	it('loses no element, whatever came', () => {
		const body = fc.record({ value: fc.array(fc.jsonValue()), '@odata.nextLink': fc.jsonValue() });
		fc.assert(
			fc.property(body, (page) => {
				const { entries, next, refused } = read(JSON.parse(JSON.stringify(page)));
				assert.equal(entries.length, page.value.length);
				assert.ok(next === undefined || refused === undefined);
				assert.ok(refused === undefined || refused instanceof PartnerError);
			}),
			{ seed: 8, numRuns: 2_000 },
		);
	});
});
