import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Print, printable } from '../../../../src/pipeline/printing/printable.ts';

const plain: Print = {
	...{ language: 'en', title: 'Pipeline', drawings: ['<svg></svg>', '<svg></svg>'] },
	...{ head: ['Deal', 'Value'], lines: [['Active, 2'], ['Fabrikam', '$5']], rest: '' },
};

describe('what is printed', () => {
	it('has each chart on a page of its own, and the rows', () => {
		const page = printable(plain);
		assert.equal(page.split('<section><svg></svg></section>').length, 3);
		assert.match(page, /<th colspan="2">Active, 2<\/th>/);
		assert.match(page, /<tr><td>Fabrikam<\/td><td>\$5<\/td><\/tr>/);
	});
	it('says what is left out', () => {
		assert.match(printable({ ...plain, rest: 'Only the first 1,000' }), /<p>Only the first 1,000<\/p>/);
	});
	it('runs and loads nothing', () => {
		assert.match(printable(plain), /content="default-src 'none'; style-src 'unsafe-inline'/);
	});
	it("has strangers' words as text alone", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, other) => {
				const page = printable({ ...plain, title: one, head: [other], lines: [[one, other]], rest: other });
				const own = printable({ ...plain, title: '', head: [''], lines: [['', '']], rest: other ? 'x' : '' });
				assert.equal(page.split('<').length, own.split('<').length);
			}),
			{ seed: 3 },
		);
	});
});
