import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Piece } from '../../../src/details/block.ts';
import { notePieces, textPieces } from '../../../src/details/textPieces.ts';

const told = (pieces: readonly Piece[]) =>
	pieces
		.map((piece) => (piece.kind === 'link' ? `[${piece.text}]` : piece.kind === 'text' ? piece.text : 'time'))
		.join('');

describe('a text on the page', () => {
	const shown = (name: string, text: string, expected: string) =>
		it(name, () => assert.equal(told(textPieces(text)), expected));
	shown('an instant is a time', '2026-03-15T10:30:00Z', 'time');
	shown('a date alone is text', '2026-03-15', '2026-03-15');
	shown('line breaks are kept', 'a\r\nb\rc\nd', 'a\nb\nc\nd');
	shown('many line breaks become a few', 'a\n\n\n\n\n\nb', 'a\n\n\nb');
	shown('control characters become blanks', 'a\u0000b\u001bc', 'a b c');
	shown('what reorders text goes', 'a\u202eb\u200bc', 'abc');
	shown('an address is text outside of notes', 'https://contoso.com/a', 'https://contoso.com/a');
	it('what is blank says nothing', () => assert.deepEqual(textPieces(' \n\u200b '), []));
	it('what is too long is cut, and says how much is left', () => {
		const [piece] = textPieces('x'.repeat(50_000));
		assert.deepEqual(piece, { kind: 'text', text: 'x'.repeat(20_000), left: 30_000 });
	});
});

describe('notes on the page', () => {
	const linked = (text: string, expected: string) =>
		it(text, () => assert.equal(told(notePieces(text)), expected));
	linked('See https://contoso.com/a?b=1&c=2.', 'See [https://contoso.com/a?b=1&c=2].');
	linked(
		'(http://contoso.com/a), https://fabrikam.com!',
		'([http://contoso.com/a]), [https://fabrikam.com]!',
	);
	linked('HTTPS://CONTOSO.COM/A', '[HTTPS://CONTOSO.COM/A]');
	linked(
		'javascript:alert(1) command:x data:text/html,x file:///etc',
		'javascript:alert(1) command:x data:text/html,x file:///etc',
	);
	linked('https://user@fabrikam.com/x', 'https://user@fabrikam.com/x');
	linked('https://contoso.com@fabrikam.com/x', 'https://contoso.com@fabrikam.com/x');
	linked('https:// https:///x https://', 'https:// https:///x https://');
	linked('xhttps://contoso.com', 'xhttps://contoso.com');
	linked('<a href="https://contoso.com/a">', '<a href="[https://contoso.com/a]">');
	linked('2026-03-15T10:30:00Z', '2026-03-15T10:30:00Z');

	it('lose nothing but what hides, and link to what they show alone', () => {
		const word = fc.oneof(
			fc.webUrl({ withQueryParameters: true }),
			fc.string(),
			fc.constantFrom('\n', ' ', 'https://'),
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 8 }), (words) => {
				const text = words.join(' ');
				const pieces = notePieces(text);
				const shown = pieces.map((piece) => (piece.kind === 'time' ? '' : piece.text)).join('');
				assert.equal(
					shown,
					told(textPieces(`${text} .`))
						.replace(/\s*\.$/, '')
						.trim(),
				);
				for (const piece of pieces)
					if (piece.kind === 'link') assert.match(piece.text, /^https?:\/\/[^\s@/?#]+([/?#]\S*)?$/i);
			}),
			{ seed: 54, numRuns: 2_000 },
		);
	});
});
