import assert from 'node:assert/strict';
import { followPluralsOf, plural } from '../../../src/text/plural.ts';

describe('the form of a text for a number', () => {
	const forms = { one: 'one', other: 'other' };
	const chosen = (language: string, ...expected: readonly (readonly [number, string])[]) =>
		it(`in ${language}`, () => {
			followPluralsOf(language);
			try {
				for (const [count, form] of expected) assert.equal(plural(count, forms), form, `${count}`);
			} finally {
				followPluralsOf('en');
			}
		});

	chosen('en', [0, 'other'], [1, 'one'], [2, 'other'], [1.5, 'other']);
	chosen('fr', [0, 'one'], [1, 'one'], [2, 'other']);
	chosen('ja', [1, 'other'], [2, 'other']);
	chosen('pl', [1, 'one'], [3, 'other']);
	chosen('qps-ploc', [2, 'other']);
});
