import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftOf, filterOf, withValue } from '../../../../../src/pipeline/page/filter/draft.ts';
import { type ColumnFilter, readFilter } from '../../../../../src/pipeline/wishes/filter.ts';

const empty = draftOf(undefined);

describe('a filter while it is changed', () => {
	const becomes = (name: string, changed: Partial<typeof empty>, filter: ColumnFilter) =>
		it(name, () => assert.deepEqual(filterOf({ ...empty, ...changed }, filter.kind), filter));
	becomes('words', { words: ' contoso ' }, { kind: 'words', words: 'contoso' });
	becomes('from a number', { from: 0 }, { kind: 'numbers', from: 0 });
	becomes('to a day', { to: 86_400_000 }, { kind: 'days', to: 86_400_000 });
	becomes('from one to another, however typed', { from: 9, to: 3 }, { kind: 'numbers', from: 3, to: 9 });
	becomes(
		'values',
		{ values: new Set(['', 'Won']), not: true },
		{ kind: 'values', values: ['', 'Won'], not: true },
	);

	for (const kind of ['words', 'numbers', 'days', 'values'] as const)
		it(`of ${kind}, empty, is none`, () =>
			assert.equal(filterOf({ ...empty, words: '  ', not: true }, kind), undefined));
	it('has values checked, and no longer', () => {
		const checked = withValue(withValue(empty, 'Won', true), 'Lost', true);
		assert.deepEqual([...withValue(checked, 'Won', false).values], ['Lost']);
	});

	it('is what it was, when nothing is changed', () => {
		const end = fc.option(fc.integer(), { nil: undefined });
		const ends = fc
			.record({ kind: fc.constantFrom('numbers' as const, 'days' as const), from: end, to: end })
			.map((each) =>
				readFilter(each.from !== undefined && each.to !== undefined && each.from > each.to ? {} : each),
			);
		const others = fc.oneof(
			fc.string().map((words) => readFilter({ kind: 'words', words })),
			fc
				.record({ values: fc.array(fc.string()), not: fc.boolean() })
				.map((each) => readFilter({ kind: 'values', ...each })),
		);
		fc.assert(
			fc.property(fc.oneof(ends, others), (filter) => {
				if (filter) assert.deepEqual(filterOf(draftOf(filter), filter.kind), filter);
			}),
			{ seed: 6 },
		);
	});
});
