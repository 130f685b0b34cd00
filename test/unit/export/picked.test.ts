import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Picked, pickedRows } from '../../../src/export/picked.ts';
import { exportSource } from '../../../src/export/source.ts';
import type { Exploration } from '../../../src/listing/exploration.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { exploringOn, feedIn, idsIn } from '../listing/exploring.ts';
import { FakeSend } from '../partner/fakeSend.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const picked = (ids: readonly string[], branches: readonly string[] = []): Picked => ({
	ids: new Set(ids),
	branches: new Set(branches),
});
const found = (exploration: Exploration, choice: Picked) =>
	pickedRows(exploration, choice).rows.map(({ referral }) => referral.id);

describe('what was chosen of the tree', () => {
	let exploration: Exploration;
	let pending: readonly string[];
	let won: readonly string[];

	before(async () => {
		({ exploration } = exploringOn(new FakeSend(sampleSend(tenant)).client));
		await feedIn(exploration, 'New/Pending').loadMore();
		await feedIn(exploration, 'Closed/Won').loadMore();
		pending = idsIn(exploration, 'New/Pending');
		won = idsIn(exploration, 'Closed/Won');
		assert.ok(pending.length > 90 && won.length > 5);
	});

	it('is in the order in which it is shown, however it was selected', () => {
		const ids = [won[3], pending[7], won[0], pending[2]].map((id) => id ?? '');
		assert.deepEqual(found(exploration, picked(ids)), [pending[2], pending[7], won[0], won[3]]);
	});

	it('keeps the order that it was given where somebody sees that, as on the pipeline page', () => {
		const ids = [won[3], pending[7], won[0], 'gone', pending[2]].map((id) => id ?? '');
		const found = pickedRows(exploration, { ...picked(ids), isInOrder: true });
		assert.deepEqual(
			found.rows.map(({ id }) => id),
			ids.filter((id) => id !== 'gone'),
		);
		assert.equal(found.gone, 1);
	});

	it('is each referral once, also where its group is selected, too', () => {
		const ids = found(exploration, picked([pending[0] ?? '', won[1] ?? ''], ['New/Pending']));
		assert.deepEqual(ids, [...pending, won[1]]);
	});

	it('is all of the groups in a status', () => {
		assert.deepEqual(found(exploration, picked([], ['New'])), pending);
		assert.deepEqual(found(exploration, picked([], ['New', 'New/Pending', 'Closed'])), [...pending, ...won]);
	});

	it('says how many have gone, and whether a group has more', () => {
		const { rows, gone, complete } = pickedRows(exploration, picked(['gone', won[0] ?? ''], ['New/Pending']));
		assert.deepEqual([rows.length, gone, complete], [pending.length + 1, 1, false]);
		assert.equal(pickedRows(exploration, picked([won[0] ?? ''])).complete, true);
	});

	it('is nothing of a branch that there is none of', () => {
		assert.deepEqual(found(exploration, picked([], ['', '__proto__', 'New/Nothing'])), []);
	});

	it('is what it says, whatever is selected', () => {
		const all = [...pending, ...won];
		const id = fc.oneof(fc.constantFrom(...all), fc.constantFrom('gone', 'toString'));
		const branch = fc.constantFrom('New', 'New/Pending', 'Closed/Won', 'Closed', 'Active');
		fc.assert(
			fc.property(fc.array(id), fc.uniqueArray(branch), (ids, branches) => {
				const has = (key: string) => branches.some((each) => key === each || key.startsWith(`${each}/`));
				const expected = all.filter((each) =>
					ids.includes(each) ? true : has(pending.includes(each) ? 'New/Pending' : 'Closed/Won'),
				);
				assert.deepEqual(found(exploration, picked(ids, branches)), expected);
			}),
			{ seed: 12 },
		);
	});

	it('can be exported: its groups are loaded, and nothing else', () => {
		const source = exportSource(exploration, { picked: picked([won[0] ?? ''], ['New/Pending', 'New']) }, () =>
			now.getTime(),
		);
		assert.deepEqual(
			source.feeds.map(({ partition }) => partition.key),
			['New/Pending', 'New/Received'],
		);
		assert.deepEqual(source.name, ['selected']);
		assert.equal(source.rows().length, pending.length + 1);
	});
});
