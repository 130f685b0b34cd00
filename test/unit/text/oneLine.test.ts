import assert from 'node:assert/strict';
import fc from 'fast-check';
import { labelOf } from '../../../src/referral/label.ts';
import { oneLine } from '../../../src/text/oneLine.ts';
import { received } from '../received.ts';

describe('one line', () => {
	const made = (text: string, line: string, longest?: number) =>
		it(JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text), () => {
			assert.equal(oneLine(text, longest), line);
		});

	made('', '');
	made('  \r\n\t ', '');
	made('Fabrikam roll-out', 'Fabrikam roll-out');
	made(' a \r\n b\tc\u0000d\u2028e\u00a0f\u0085g ', 'a b c d e f g');
	made('Litware \u202efdp.exe\u202c Ltd', 'Litware fdp.exe Ltd');
	made('a\u2066b\u2067c\u2068d\u2069e\u200ef\u200fg\u061ch', 'abcdefgh');
	made('a\u200bb\u2060c\ufeffd\u{e0041}e', 'abcde');
	made('a\u206ab\u206fc\u180ed\u00ade\ufff9f\ufffbg', 'abcdefg');
	made('مشروع الترحيل (2)', 'مشروع الترحيل (2)');
	made('👩‍💻 👍🏽 é क्‍ष', '👩‍💻 👍🏽 é क्‍ष');
	made('a\ud800b\udc00c', 'abc');
	made('abcdef', 'abcdef', 6);
	made('abcdefg', 'abcde…', 6);
	made('🚀🚀🚀🚀', '🚀🚀…', 3);
	made('x'.repeat(201), `${'x'.repeat(199)}…`);
	made('x'.repeat(1_000_000), `${'x'.repeat(199)}…`);
	made(`${'\u200b'.repeat(5_000)}Hello`, '…');
	made(`Hello${' '.repeat(5_000)}world`, 'Hello…');

	const character = fc.oneof(
		fc.constantFrom(
			...' \t\n\r\u0000\u001f\u007f\u009f\u00a0\u2028\u2029\u202e\u2066\u200b\ufeff\ud83d\ude80ab',
		),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
	);
	const text = fc.array(character, { maxLength: 300 }).map((characters) => characters.join(''));
	const longest = fc.integer({ min: 1, max: 60 });

	it('has no character that breaks, reorders or hides, and is not too long', () => {
		fc.assert(
			fc.property(text, longest, (from, most) => {
				const line = oneLine(from, most);
				assert.doesNotMatch(line, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]|\s\s|^\s|\s$/u);
				assert.ok([...line].length <= most);
				assert.equal(oneLine(line, most), line);
			}),
			{ seed: 21, numRuns: 5_000 },
		);
	});
	it('leaves plain words alone', () => {
		const words = fc.array(
			fc.string({ unit: fc.constantFrom(...'abcäöéж漢🚀-.'), minLength: 1, maxLength: 9 }),
		);
		fc.assert(
			fc.property(words, (each) => {
				const line = each.slice(0, 15).join(' ');
				assert.equal(oneLine(line), line);
			}),
			{ seed: 22 },
		);
	});
});

describe('the label of a referral', () => {
	const called = (fields: object, label: string) =>
		it(JSON.stringify(fields), () =>
			assert.equal(labelOf(received({ id: 'r1', ...fields }).referral), label),
		);
	const customerProfile = { name: 'Fabrikam' };

	called({}, 'r1');
	called({ name: 'Deal' }, 'Deal');
	called({ name: 'Deal', customerProfile }, 'Deal');
	called({ customerProfile }, 'Fabrikam');
	called({ name: '', customerProfile }, 'Fabrikam');
	called({ name: ' \n ', customerProfile }, 'Fabrikam');
	called({ name: '\u200b\u202e', customerProfile }, 'Fabrikam');
	called({ name: null, customerProfile: { name: null } }, 'r1');
	called({ name: 7, customerProfile: [] }, 'r1');
	called({ name: 'a\nb' }, 'a b');
	called({ id: ' ' }, '…');
	called({ id: '\u202e' }, '…');
});
