import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectMode } from '../../../../src/pipeline/messages/requests.ts';
import { Selection } from '../../../../src/pipeline/selection/selection.ts';

/** Rows in lines, by their ids. */
function placesOf(ids: readonly string[]) {
	return {
		idsBetween: (one: number, other: number) => ids.slice(Math.min(one, other), Math.max(one, other) + 1),
		lineOf: (id: string) => (ids.includes(id) ? ids.indexOf(id) : undefined),
	};
}

const letters = ['a', 'b', 'c', 'd', 'e'];

/** What is selected after some clicks, such as "only b", "range d". */
function clicked(...clicks: readonly string[]): Selection {
	const selection = new Selection();
	for (const click of clicks) {
		const [mode, id = ''] = click.split(' ');
		const known = (['only', 'toggle', 'range'] as const).find((each) => each === mode) ?? 'only';
		selection.select(id, letters.indexOf(id), known, placesOf(letters));
	}
	return selection;
}

/** What is selected, in the plainest way. */
interface Model {
	readonly ids: readonly string[];
	readonly anchor: string | undefined;
}

function modelled(
	{ ids: before, anchor }: Model,
	mode: SelectMode,
	ids: readonly string[],
	line: number,
): Model {
	const id = ids[line] ?? '';
	if (mode === 'range' && anchor !== undefined)
		return { ids: placesOf(ids).idsBetween(ids.indexOf(anchor), line), anchor };
	if (mode !== 'toggle') return { ids: [id], anchor: id };
	const others = before.filter((each) => each !== id);
	return { ids: before.includes(id) ? others : [...others, id], anchor: id };
}

describe('what is selected in the table', () => {
	const selects = (ids: string, ...clicks: readonly string[]) =>
		it(`is ${ids || 'nothing'} after ${clicks.join(', ')}`, () =>
			assert.equal([...clicked(...clicks).ids].sort().join(''), ids));
	selects('b', 'only b');
	selects('c', 'only b', 'only c');
	selects('bd', 'only b', 'toggle d');
	selects('b', 'only b', 'toggle d', 'toggle d');
	selects('', 'toggle d', 'toggle d');
	selects('bcd', 'only b', 'range d');
	selects('ab', 'only b', 'range d', 'range a');
	selects('cde', 'only a', 'toggle e', 'range c');
	selects('c', 'range c');

	it('is meant as a whole by what is begun on one of it, as it is shown', () => {
		assert.deepEqual(
			clicked('only b', 'range d').meant('c', () => ['e', 'd', 'c', 'b', 'a']),
			['d', 'c', 'b'],
		);
	});
	it('is not meant by what is begun on another row', () => {
		assert.deepEqual(
			clicked('only b', 'range d').meant('a', () => letters),
			['a'],
		);
	});
	it('loses what is shown no more, and begins ranges anew where that was', () => {
		const selection = clicked('only b', 'range d');
		selection.keep((id) => id !== 'b');
		assert.deepEqual([...selection.ids], ['c', 'd']);
		selection.select('e', 4, 'range', placesOf(letters));
		assert.deepEqual([...selection.ids], ['e']);
	});

	it('is what a plain model says, wherever rows go meanwhile', () => {
		const click = fc.tuple(fc.constantFrom<SelectMode>('only', 'toggle', 'range'), fc.nat(9));
		const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'], { minLength: 10 });
		fc.assert(
			fc.property(fc.array(fc.tuple(click, order), { maxLength: 20 }), (clicks) => {
				const selection = new Selection();
				let model: Model = { ids: [], anchor: undefined };
				for (const [[mode, line], ids] of clicks) {
					model = modelled(model, mode, ids, line);
					selection.select(ids[line] ?? '', line, mode, placesOf(ids));
					assert.deepEqual([...selection.ids].sort(), model.ids.toSorted());
				}
			}),
			{ seed: 7, numRuns: 1_000 },
		);
	});
});
