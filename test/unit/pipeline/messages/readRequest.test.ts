import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRequest } from '../../../../src/pipeline/messages/readRequest.ts';
import { plainRequests, rowActions, selectModes } from '../../../../src/pipeline/messages/requests.ts';
import { mostValues } from '../../../../src/pipeline/wishes/filter.ts';

describe('a request of the pipeline page', () => {
	for (const type of plainRequests)
		it(`asks for ${type}`, () => assert.deepEqual(readRequest({ type, more: 1 }), { type }));
	for (const action of rowActions)
		it(`does ${action}`, () => {
			const asked = { type: 'act', action, id: 'r1' };
			assert.deepEqual(readRequest(asked), asked);
		});
	for (const mode of selectModes)
		it(`selects by ${mode}`, () => {
			const asked = { type: 'select', stamp: 3, line: 0, mode };
			assert.deepEqual(readRequest(asked), asked);
		});

	const read = (name: string, message: object, expected: object = message) =>
		it(name, () => assert.deepEqual(readRequest(message), expected));
	read('asks for lines', { type: 'lines', stamp: 1, from: 20, count: 40 });
	read(
		'asks for no more lines than a screen has',
		{ type: 'lines', stamp: 1, from: 0, count: 1e6 },
		{
			...{ type: 'lines', stamp: 1, from: 0, count: 1_000 },
		},
	);
	read('sorts', { type: 'sort', column: 'name', add: true });
	read(
		'sorts by one column unless it says so',
		{ type: 'sort', column: 'name' },
		{
			...{ type: 'sort', column: 'name', add: false },
		},
	);
	read('filters by words', { type: 'filter', column: 'name', filter: { kind: 'words', words: 'a b' } });
	read('filters by numbers', { type: 'filter', column: 'value', filter: { kind: 'numbers', from: 1 } });
	read('filters by days', { type: 'filter', column: 'day', filter: { kind: 'days', from: 0, to: 5 } });
	read('filters by values', {
		...{ type: 'filter', column: 'status', filter: { kind: 'values', values: ['New', ''], not: true } },
	});
	read(
		'filters no longer',
		{ type: 'filter', column: 'name' },
		{
			...{ type: 'filter', column: 'name', filter: undefined },
		},
	);
	read('asks for values', { type: 'values', column: 'status' });
	read('groups', { type: 'groupBy', column: '' });
	read('opens a group', { type: 'toggleGroup', key: 'a' });
	read('has columns', { type: 'columns', columns: [{ id: 'a', width: 100 }] });
	read(
		'has columns of a width that can be seen',
		{
			...{
				type: 'columns',
				columns: [{ id: 'a', width: 1 }, { id: 'a', width: 9 }, { id: 'b', width: 1e9 }, 7],
			},
		},
		{
			type: 'columns',
			columns: [
				{ id: 'a', width: 40 },
				{ id: 'b', width: 1_000 },
			],
		},
	);
	read('goes to a row', { type: 'current', id: 'r1' });
	read('chooses', { type: 'choose', chart: 'stands', choice: 'EUR' });
	read('marks', { type: 'mark', chart: 'stands', mark: 'x', search: true });
	read('saves numbers', { type: 'saveCsv', chart: 'stands' });
	read('saves a picture', { type: 'savePng', chart: 'stands', png: 'aGk=' });
	read('prints', { type: 'print', drawings: ['<svg/>', 5] }, { type: 'print', drawings: ['<svg/>'] });

	const refused = (name: string, message: unknown) =>
		it(`is refused when it is ${name}`, () => assert.equal(readRequest(message), undefined));
	refused('nothing', undefined);
	refused('a text', 'load');
	refused('of a type from the prototype', { type: 'constructor' });
	refused('of a type that is no text', { type: ['load'] });
	refused('an action that there is not', { type: 'act', action: 'toString', id: 'r1' });
	refused('an action on no row', { type: 'act', action: 'open' });
	refused('lines of no number', { type: 'lines', stamp: 1, from: Number.NaN, count: 1 });
	refused('lines before the first', { type: 'lines', stamp: 1, from: -1, count: 1 });
	refused('a half line', { type: 'select', stamp: 1, line: 0.5, mode: 'only' });
	refused('a column that is no text', { type: 'sort', column: { id: 'a' } });
	refused('a column that is far too long', { type: 'sort', column: 'x'.repeat(100_000) });
	refused('a picture that is far too large', { type: 'savePng', chart: 'a', png: 'x'.repeat(9_000_000) });

	it('has no more values than somebody would check', () => {
		const values = Array.from({ length: 5_000 }, (_, place) => `${place}`);
		const asked = readRequest({ type: 'filter', column: 'a', filter: { kind: 'values', values } });
		assert.ok(asked?.type === 'filter' && asked.filter?.kind === 'values');
		assert.equal(asked.filter.values.length, mostValues);
	});
	for (const filter of [
		{ kind: 'words', words: '  ' },
		{ kind: 'numbers', from: '1' },
		{ kind: 'days', to: Number.NaN },
		{ kind: 'values', values: [] },
		{ kind: '__proto__' },
	])
		it(`filters by nothing by ${JSON.stringify(filter)}`, () => {
			assert.deepEqual(readRequest({ type: 'filter', column: 'a', filter }), {
				...{ type: 'filter', column: 'a', filter: undefined },
			});
		});

	it('is one of those or refused, whatever came', () => {
		const types = [
			'lines',
			'sort',
			'filter',
			'values',
			'columns',
			'select',
			'act',
			'mark',
			'print',
			'savePng',
		];
		const message = fc.oneof(
			fc.anything(),
			fc.record({
				type: fc.constantFrom(...types),
				filter: fc.anything(),
				columns: fc.anything(),
				drawings: fc.anything(),
				column: fc.string(),
			}),
		);
		fc.assert(
			fc.property(message, (each) => {
				const asked = readRequest(each);
				assert.ok(asked === undefined || typeof asked.type === 'string');
			}),
			{ seed: 61 },
		);
	});
});
