import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut, wrapped } from '../../../../../src/pipeline/page/chart/layout/cut.ts';
import { measure } from './anyChart.ts';

const letters = (count: number) => count * measure('a', 'plain');

describe('a text that is cut', () => {
	const becomes = (text: string, room: number, expected: string) =>
		it(`${JSON.stringify(text)} in the room of ${room} letters: ${JSON.stringify(expected)}`, () =>
			assert.equal(cut(text, letters(room), measure), expected));
	becomes('Germany', 7, 'Germany');
	becomes('Germany', 6, 'Germa…');
	becomes('New York', 5, 'New…');
	becomes('Germany', 1, '…');
	becomes('Germany', 0, '');
	becomes('', 0, '');
	becomes('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 9, '👩‍👩‍👧‍👦…');

	it('fits, and is as long as it can be', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 40 });
		fc.assert(
			fc.property(text, fc.nat(60), (whole, room) => {
				const shown = cut(whole, letters(room), measure);
				assert.ok(measure(shown, 'plain') <= letters(room));
				if (measure(whole, 'plain') <= letters(room)) assert.equal(shown, whole);
				else assert.ok(shown === '' || (shown.endsWith('…') && whole.startsWith(shown.slice(0, -1))));
			}),
		);
	});
});

describe('a text in lines', () => {
	const becomes = (text: string, room: number, ...lines: readonly string[]) =>
		it(`${JSON.stringify(text)} in the room of ${room} letters: ${lines.join(' | ')}`, () =>
			assert.deepEqual(wrapped(text, letters(room), measure, 'plain'), lines));
	becomes('91 days or more', 15, '91 days or more');
	becomes('91 days or more', 8, '91 days', 'or more');
	becomes('Neurodiversity', 8, 'Neurodi…');
	becomes('in Neurodiversity', 8, 'in', 'Neurodi…');
	becomes('', 8, '');

	it('has all words, in lines that fit', () => {
		const words = fc.array(fc.stringMatching(/^\w{1,8}$/), { minLength: 1 });
		fc.assert(
			fc.property(words, fc.integer({ min: 8, max: 40 }), (all, room) => {
				const lines = wrapped(all.join(' '), letters(room), measure, 'plain');
				assert.equal(lines.join(' '), all.join(' '));
				for (const line of lines) assert.ok(line.length <= room);
			}),
		);
	});
});
