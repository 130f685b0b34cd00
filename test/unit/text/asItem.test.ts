import assert from 'node:assert/strict';
import { Random } from '../../../src/sample/invent/random.ts';
import { asItem } from '../../../src/text/asItem.ts';

const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

describe('a text in an item of a list', () => {
	const is = (text: string, shown: string) =>
		it(JSON.stringify(text), () => assert.equal(asItem(text).replaceAll('\u200b', ''), shown));
	is('Contoso', 'Contoso');
	is('Contoso $(warning) $(loading~spin)', 'Contoso $(warning) $(loading~spin)');
	is('a\u202eb\u2066c', 'abc');
	is('a\r\n\tb\u2028c', 'a b c');
	is('', '');

	it('is one line, without icons and marks of direction, whatever it is', () => {
		const random = new Random(11);
		const parts = [
			'$',
			'(',
			')',
			'\\',
			'zap',
			'~spin',
			'\u200b',
			'\u202e',
			'\n',
			'\ud800',
			' ',
			'-',
			'\u00ad',
		] as const;
		for (let round = 0; round < 5000; round++) {
			const text = Array.from({ length: random.whole(1, 14) }, () => random.pick(parts)).join('');
			const item = asItem(text);
			assert.doesNotMatch(item, icon, JSON.stringify(text));
			assert.doesNotMatch(item, /[\r\n\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}]/u, JSON.stringify(text));
		}
	});
});
