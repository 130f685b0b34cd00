import assert from 'node:assert/strict';
import { givenTo } from '../../../src/commands/chosen/givenTo.ts';
import { idIn } from '../../../src/commands/chosen/idIn.ts';
import { pickedIn } from '../../../src/commands/chosen/pickedIn.ts';

const row = (id: string, branch = 'New/Pending') => `row:status:${branch}|referral|${id}`;

describe('what a command was run on', () => {
	const asked: unknown[] = [];
	const is = (given: readonly unknown[], expected: readonly unknown[]) =>
		it(`${JSON.stringify(given)}: ${JSON.stringify(expected)}`, async () => {
			const meantByKeys = async () => {
				asked.push(given);
				return ['focused', 'other'];
			};
			const known = async (elements: readonly unknown[]) =>
				elements.filter((each) => typeof each === 'string');
			const meantOnPage = async (id: string) => ['above', id];
			assert.deepEqual(await givenTo(given, { meantByKeys, meantOnPage, given: known }), expected);
		});
	after(() => assert.deepEqual(asked, [[{ by: 'keys' }]]));
	is([{ by: 'keys' }], ['focused', ['focused', 'other']]);
	is([{ by: 'mouse' }], []);
	is([{ webviewSection: 'pipelineRow', id: 'r1' }], ['r1', ['above', 'r1']]);
	is([{ webviewSection: 'pipelineRow', id: '' }], []);
	is([{ webviewSection: 'pipelineRow', id: 7 }], []);
	is([{ webviewSection: 'referral', id: 'r1' }], []);
	is([null], []);
	is([], []);
	is([undefined, undefined], []);
	is(['a'], ['a']);
	is(['a', undefined], ['a']);
	is(['a', ['a']], ['a']);
	is(['b', ['a', 'b']], ['b', ['a', 'b']]);
	is([undefined, ['a', 'b']], ['a', ['a', 'b']]);
	// A row that has gone is handed over as nothing.
	is(['a', ['a', undefined, null, 7]], ['a']);
	is([{ webview: 'x' }, 'b'], []);
	is([7, { length: 2 }], []);
});

describe('what was picked', () => {
	const ids = (given: readonly string[], grouping?: string) => [...pickedIn(given, grouping).ids];
	const branches = (given: readonly string[], grouping: string) => [...pickedIn(given, grouping).branches];

	it('is a referral once, in whatever branch, grouping or form', () => {
		assert.deepEqual(ids([row('r1'), row('r2'), row('r1', 'other'), 'r1', 'r3']), ['r1', 'r2', 'r3']);
	});
	it('is in an order to keep where nothing of it is a row of the tree', () => {
		assert.equal(pickedIn(['r2', 'r1'], undefined).isInOrder, true);
		assert.equal(pickedIn(['r2', row('r1')], undefined).isInOrder, false);
	});
	it('is a branch of the grouping that is shown', () => {
		const given = ['row:status:New/Pending', 'row:country:DE', row('r1'), 'row:status:New|more'];
		assert.deepEqual(branches(given, 'status'), ['New/Pending']);
		assert.deepEqual(ids(given, 'status'), ['r1']);
	});
	it('is nothing of what is neither', () => {
		assert.deepEqual(ids(['', 'row:status:New|more', 'row:status:New|problem']), []);
	});
	it('keeps an id as it is, odd ones included', () => {
		assert.deepEqual(ids([row('a|b:c'), '__proto__']), ['a|b:c', '__proto__']);
		assert.equal(idIn(row('a|b:c')), 'a|b:c');
		assert.equal(idIn('row:status:New'), undefined);
		assert.equal(idIn(''), undefined);
	});
});
