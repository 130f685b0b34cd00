import assert from 'node:assert/strict';
import { moreCharactersText, moreText } from '../../../../src/details/page/moreText.ts';

describe('what is more than the page shows', () => {
	it('elements', () => assert.equal(moreText(1_234, 'en'), '1,234 more in the JSON'));
	it('a character', () => assert.equal(moreCharactersText(1, 'en'), '1 more character in the JSON'));
	it('characters', () =>
		assert.equal(moreCharactersText(20_000, 'en'), '20,000 more characters in the JSON'));
	it('characters, where one is as many', () =>
		assert.equal(moreCharactersText(1, 'ja'), '1 more characters in the JSON'));
});
