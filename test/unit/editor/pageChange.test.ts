import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedParts } from '../../../src/editor/panel/pageChange.ts';

describe('what is told of a page', () => {
	interface State {
		readonly title?: string;
		readonly can?: { readonly next: boolean };
	}
	const tells = (name: string, before: State, after: State, told: State) =>
		it(name, () => assert.deepEqual(changedParts(before, after), told));

	tells('is nothing when nothing changed', { title: 'a' }, { title: 'a' }, {});
	tells('is nothing when the same was made anew', { can: { next: true } }, { can: { next: true } }, {});
	tells(
		'is the part that changed',
		{ title: 'a', can: { next: true } },
		{ title: 'b', can: { next: true } },
		{ title: 'b' },
	);
	tells('is the part that is new', {}, { can: { next: false } }, { can: { next: false } });
	tells('is nothing of a part that has gone', { title: 'a' }, {}, {});

	it('makes of what is known what there is, whatever it is', () => {
		const state = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue(), { noNullPrototype: true });
		fc.assert(
			fc.property(state, state, (before, after) => {
				const now = { ...before, ...after };
				assert.equal(JSON.stringify({ ...before, ...changedParts(before, now) }), JSON.stringify(now));
			}),
			{ seed: 61 },
		);
	});
});
