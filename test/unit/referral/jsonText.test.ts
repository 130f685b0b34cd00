import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonText } from '../../../src/referral/jsonText.ts';

const hiding = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u007f-\u009f\u2028\u2029]|\p{Cs}/u;

describe('a referral as JSON', () => {
	it('is indented and ends with a line break', () => {
		assert.equal(jsonText({ id: 'r1', tags: ['a'] }), '{\n  "id": "r1",\n  "tags": [\n    "a"\n  ]\n}\n');
	});
	it('shows what hides or reorders text', () => {
		assert.equal(jsonText({ a: 'x\u202ey\u{e0067}' }), '{\n  "a": "x\\u202ey\\udb40\\udc67"\n}\n');
	});
	it('keeps emoji whole', () => assert.ok(jsonText({ a: '👩‍💻' }).includes('👩‍💻')));
	it('keeps a field called __proto__', () => {
		assert.match(jsonText(JSON.parse('{"__proto__":{"a":1}}')), /"__proto__": \{\n {4}"a": 1/);
	});
	it('says the same as it was made of, whatever that is', () => {
		const json = fc.dictionary(
			fc.string({ unit: 'binary' }),
			fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }),
		);
		fc.assert(
			fc.property(json, (each) => {
				const text = jsonText(each);
				// As on the wire, where there is no minus zero.
				assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(each)));
				assert.doesNotMatch(text, hiding);
			}),
			{ seed: 52, numRuns: 1_000 },
		);
	});
	for (const [open, close] of [
		['[', ']'],
		['{"a":', '}'],
	] as const)
		for (const levels of [99, 101, 1_000, 100_000])
			it(`is readable with ${levels} ${open} in each other, and not much longer than that`, () => {
				const json = `{"id":"r1","deep":${open.repeat(levels)}1${close.repeat(levels)}}`;
				const text = jsonText(JSON.parse(json));
				assert.equal(JSON.parse(text).id, 'r1');
				assert.ok(text.length < json.length + 50_000);
				assert.equal(text.includes('…'), levels === 100_000);
			});
});
