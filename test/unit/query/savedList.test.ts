import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everything } from '../../../src/query/query.ts';
import {
	listRenamed,
	listWith,
	listWithAgain,
	listWithout,
	listWithRow,
	takenFrom,
} from '../../../src/query/savedList.ts';
import { readSavedQueries, savedForm } from '../../../src/query/savedQuery.ts';
import { anyQuery } from './queries.ts';

const pipeline = { name: 'My pipeline', status: 'Active' };
const wins = { name: 'My wins', status: 'Closed', substatus: 'Won' };
/** What somebody has written by hand, and nobody can read. */
const broken: readonly unknown[] = [
	7,
	null,
	{ status: 'New' },
	{ name: 'My wins' },
	{ name: 'x', status: 'Nwe' },
];

describe('the list of saved queries', () => {
	const mine = { name: 'Mine', query: { ...everything, status: 'New' } } as const;

	it('takes one more at its end', () => {
		assert.deepEqual(listWith([pipeline, wins], mine), [pipeline, wins, savedForm(mine)]);
	});
	it('takes one in the place of the one of its name', () => {
		const again = { ...mine, name: 'My pipeline' };
		assert.deepEqual(listWith([pipeline, wins], again), [savedForm(again), wins]);
	});
	it('makes one a row, and no longer, with all else that its author wrote', () => {
		const odd = { updatedSince: '30D', name: 'My pipeline' };
		const asRow = listWithRow([wins, odd, 7], 'My pipeline', true);
		assert.deepEqual(asRow, [wins, { ...odd, row: true }, 7]);
		assert.deepEqual(
			readSavedQueries(asRow).saved.map(({ row }) => row),
			[undefined, true],
		);
		assert.deepEqual(listWithRow(asRow, 'My pipeline', false), [wins, odd, 7]);
		assert.deepEqual(listWithRow(asRow, 'another', true), asRow);
	});
	it('leaves one a row whose query is another now', () => {
		const [changed] = listWith([{ ...pipeline, row: true }], { ...mine, name: 'My pipeline' });
		assert.deepEqual(changed, { ...savedForm({ ...mine, name: 'My pipeline' }), row: true });
	});
	it('says what is wrong with a row that is neither there nor not', () => {
		for (const row of ['yes', 1, null, []]) {
			const { saved, problems } = readSavedQueries([{ ...wins, row }]);
			assert.deepEqual(saved, []);
			assert.match(problems[0] ?? '', /row: the value must be true or false/);
		}
		assert.deepEqual(readSavedQueries([{ ...wins, row: false }]).problems, []);
	});
	it('renames one, with all else that its author wrote', () => {
		const odd = { updatedSince: '30D', name: 'My pipeline' };
		assert.deepEqual(listRenamed([wins, odd], 'My pipeline', 'Mine'), [wins, { ...odd, name: 'Mine' }]);
	});
	it('knows nothing of a name that is not there', () => {
		assert.deepEqual(listRenamed([wins], 'My pipeline', 'Mine'), [wins]);
		assert.deepEqual(listWithout([wins], 'My pipeline'), [wins]);
		assert.deepEqual(listWithout([], 'My pipeline'), []);
	});
	for (const name of [
		'My  pipeline',
		' My pipeline ',
		'My\tpipeline',
		'My\u00a0pipeline',
		'My\u200b pipeline',
	])
		it(`finds ${JSON.stringify(name)} by what is shown`, () => {
			const list = [wins, { ...pipeline, name }];
			assert.deepEqual(listWithout(list, 'My pipeline'), [wins]);
			assert.deepEqual(listRenamed(list, 'My pipeline', 'Mine'), [wins, { ...pipeline, name: 'Mine' }]);
			assert.equal(listWith(list, { ...mine, name: 'My pipeline' }).length, 2);
		});
	it('leaves what cannot be read as it is, even under the same name', () => {
		const list = [...broken.slice(0, 3), wins, ...broken.slice(3)];
		assert.deepEqual(listWithout(list, 'My wins'), broken);
		assert.deepEqual(listRenamed(list, 'My wins', 'Won')[3], { ...wins, name: 'Won' });
		assert.deepEqual(listWith(list, mine).slice(0, -1), list);
	});

	describe('what was taken out of it', () => {
		const taken = (list: readonly unknown[], name: string) => takenFrom(list, name) ?? assert.fail(name);

		it('comes back where it was, as its author wrote it', () => {
			const odd = { updatedSince: '30D', name: ' My  pipeline' };
			const list = [7, odd, wins];
			const putBack = listWithAgain(listWithout(list, 'My pipeline'), taken(list, 'My pipeline'));
			assert.deepEqual(putBack, list);
		});
		it('comes back at the end of a list that has become shorter', () => {
			assert.deepEqual(listWithAgain([], taken([wins, pipeline], 'My pipeline')), [pipeline]);
		});
		it('comes back under another name where its own was given away', () => {
			const other = { name: 'my PIPELINE', country: 'DE' };
			const putBack = listWithAgain([other], taken([pipeline], 'My pipeline'));
			assert.deepEqual(putBack, [{ ...pipeline, name: 'My pipeline 2' }, other]);
			assert.deepEqual(readSavedQueries(putBack).problems, []);
		});
		it('is nothing where there is none of that name', () =>
			assert.equal(takenFrom([wins, ...broken], 'x'), undefined));
	});

	it('changes one query at a time, whatever is in it', () => {
		const name = fc.stringMatching(/^[ab ]{1,4}$/);
		const entry = fc.oneof(
			fc.record({ name, query: anyQuery }).map(savedForm),
			fc.constantFrom(...broken),
			fc.jsonValue(),
		);
		const check = (list: readonly unknown[], at: number) => {
			const { saved, problems } = readSavedQueries(list);
			const one = saved[at % Math.max(1, saved.length)];
			if (!one) return;
			const others = saved.filter((each) => each !== one);
			const without = listWithout(list, one.name);
			assert.equal(without.length, list.length - 1);
			assert.ok(without.every((each) => list.includes(each)));
			// Another of the name may have been in its shadow.
			assert.ok(readSavedQueries(without).saved.length >= others.length);
			const renamed = readSavedQueries(listRenamed(list, one.name, 'Some other name'));
			assert.ok(renamed.saved.some(({ name }) => name === 'Some other name'));
			assert.deepEqual(readSavedQueries(listWith(list, one)), { saved, problems });
		};
		const lists = fc.array(entry, { maxLength: 6 });
		fc.assert(fc.property(lists, fc.nat(5), check), { seed: 12, numRuns: 5_000 });
	});
});
