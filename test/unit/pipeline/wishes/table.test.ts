import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	keptOf,
	plainTable,
	readWishes,
	sortedBy,
	type TableWishes,
} from '../../../../src/pipeline/wishes/table.ts';

const wished: TableWishes = {
	columns: [{ id: 'label', width: 200 }],
	sort: [{ column: 'label', descending: true }],
	filters: new Map([['label', { kind: 'words', words: 'Fabrikam' }]]),
	...{ groupedBy: 'status', density: 'compact', chartsOpen: false },
};

describe('how the user wants the table', () => {
	it('comes back as it was, but for the filters, which may name a customer', () => {
		const kept = JSON.stringify(keptOf(wished));
		assert.doesNotMatch(kept, /Fabrikam/);
		assert.deepEqual(readWishes(JSON.parse(kept)), { ...wished, filters: new Map() });
	});
	for (const kept of [
		undefined,
		null,
		5,
		'x',
		[],
		{ columns: 5, sort: {}, groupedBy: [], density: 1, chartsOpen: 'x' },
	])
		it(`is the usual one where ${JSON.stringify(kept)} is kept`, () =>
			assert.deepEqual(readWishes(kept), plainTable));
	it('is read from whatever is kept', () => {
		fc.assert(
			fc.property(fc.anything(), (kept) => void readWishes(kept)),
			{ seed: 19 },
		);
	});

	const sorts = (
		name: string,
		before: TableWishes['sort'],
		[column, add]: [string, boolean],
		after: TableWishes['sort'],
	) => it(`is put into order ${name}`, () => assert.deepEqual(sortedBy(before, column, add), after));
	const by = (column: string, descending = false) => ({ column, descending });
	sorts('by a column', [], ['a', false], [by('a')]);
	sorts('the other way round', [by('a')], ['a', false], [by('a', true)]);
	sorts('no longer', [by('a', true)], ['a', false], []);
	sorts('by another column instead', [by('a')], ['b', false], [by('b')]);
	sorts('by another column besides', [by('a')], ['b', true], [by('a'), by('b')]);
	sorts('by the first one the other way round', [by('a'), by('b')], ['a', true], [by('a', true), by('b')]);
	sorts('by the first one no longer', [by('a', true), by('b')], ['a', true], [by('b')]);
	sorts('by that one alone', [by('a'), by('b')], ['b', false], [by('b', true)]);
});
