import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PartnerError } from '../../../src/partner/error.ts';
import { readPage } from '../../../src/partner/page.ts';
import { failing } from './failing.ts';
import { endpoint } from './fakeSend.ts';

const { collection } = endpoint;
const read = (body: unknown) => readPage(body, new Uint8Array(), collection, endpoint);
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

	describe('leads', () => {
		const leads = (name: string, link: unknown, next: string | undefined, refusedKind?: string) =>
			it(name, () => {
				const page = read({ value: [{ id: 'a' }], '@odata.nextLink': link });
				assert.equal(page.next, next);
				assert.equal(page.refused?.kind, refusedKind);
				assert.equal(page.entries.length, 1);
				assert.equal('next' in page, next !== undefined);
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
