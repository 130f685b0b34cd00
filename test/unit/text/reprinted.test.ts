import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compactJson, indentedJson } from '../../../src/text/reprinted.ts';

describe('JSON that is printed anew', () => {
	const prints = (text: string, compact: string, indented: string) =>
		it(text.slice(0, 60), () => {
			assert.equal(compactJson(text), compact);
			assert.equal(indentedJson(text, 100), indented);
		});

	for (const number of ['12345678901234567890', '1e400', '0.1000000000000000055', '-0', '1.50', '1E+2'])
		prints(`{ "n" : ${number}}`, `{"n":${number}}`, `{\n  "n": ${number}\n}`);
	prints('{"b":1,"1":2,"b":3}', '{"b":1,"1":2,"b":3}', '{\n  "b": 1,\n  "1": 2,\n  "b": 3\n}');
	prints('[ { } , [\t]\r\n]', '[{},[]]', '[\n  {},\n  []\n]');
	prints(
		String.raw`["\u00e9\/ \" , \\", "\\"]`,
		String.raw`["é/ \" , \\","\\"]`,
		'[\n  "é/ \\" , \\\\",\n  "\\\\"\n]',
	);
	prints(' 7 ', '7', '7');
	prints('{"__proto__":{"a":1}}', '{"__proto__":{"a":1}}', '{\n  "__proto__": {\n    "a": 1\n  }\n}');

	it('is the same text where there is nothing to do', () => {
		const text = '{"a":"b c","d":[1,2]}';
		assert.equal(compactJson(text), text);
	});

	it('is as JSON.stringify prints it, whatever it is and however it was indented', () => {
		const spaces = fc.constantFrom(undefined, 1, 2, '\t', ' \n\r\t');
		const value = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
		const check = (json: unknown, space: string | number | undefined) => {
			const text = JSON.stringify(json, undefined, space);
			assert.equal(compactJson(text), JSON.stringify(json));
			assert.equal(indentedJson(text, 100), JSON.stringify(json, undefined, 2));
		};
		fc.assert(fc.property(value, spaces, check), { seed: 73, numRuns: 2_000 });
	});

	it('keeps each number, letter by letter', () => {
		const digits = (least: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${least},30}$`));
		const number = fc
			.tuple(fc.constantFrom('', '-'), digits(0), fc.option(digits(1)), fc.option(digits(0)))
			.map(
				([sign, whole, part, power]) =>
					`${sign}${whole}${part ? `.${part}` : ''}${power ? `E-${power}` : ''}`,
			);
		const check = (numbers: readonly string[]) => {
			const text = `{"list" : [ ${numbers.join(' ,\n')} ]}`;
			assert.equal(compactJson(text), `{"list":[${numbers.join(',')}]}`);
			for (const each of numbers) assert.ok(indentedJson(text, 100).includes(`    ${each}`));
		};
		fc.assert(fc.property(fc.array(number, { minLength: 1 }), check), { seed: 74, numRuns: 500 });
	});

	it('is not indented where it is too deep, nor slow', () => {
		const deep = `${'[ '.repeat(100_000)}1${' ]'.repeat(100_000)}`;
		assert.equal(indentedJson(deep, 100), deep.replaceAll(' ', ''));
		const long = `["${'\\"'.repeat(1_000_000)}", "${'\\\\'.repeat(1_000_000)}"]`;
		const start = performance.now();
		assert.equal(compactJson(long).length, long.length - 1);
		assert.ok(performance.now() - start < 3000);
	});
});
