import assert from 'node:assert/strict';
import process from 'node:process';
import { linesInTurns } from '../../../../src/pipeline/table/linesInTurns.ts';
import { Turns } from '../../../../src/pipeline/table/turns.ts';
import { plainTable } from '../../../../src/pipeline/wishes/table.ts';
import { contextOf, sampleRows } from '../columns/around.ts';
import { TableWorld } from './world.ts';

/** Turns that are counted, in which each look at the clock takes long. */
function slowTurns(): { readonly turns: Turns; rests: number; resting: () => void } {
	let time = 0;
	const slow = {
		...{ rests: 0, resting: () => {} },
		turns: new Turns(
			{
				rest: async () => {
					slow.rests++;
					slow.resting();
				},
				elapsed: () => (time += 10),
			},
			new AbortController().signal,
		),
	};
	return slow;
}

describe('lines in slices', () => {
	const wanted = { from: 3, count: 40, isSelected: () => false };
	let world: TableWorld;
	beforeEach(async () => {
		world = new TableWorld();
		world.table.show(sampleRows.slice(0, 60));
		await world.settle();
	});

	it('are those that there would be in one go, with rests between', async () => {
		const slow = slowTurns();
		const lines = await linesInTurns(world.table, wanted, slow.turns);
		assert.deepEqual(lines, world.table.lines(3, 40, wanted.isSelected));
		assert.equal(slow.rests, 10);
	});

	it('end with the last line', async () => {
		const lines = await linesInTurns(world.table, { ...wanted, from: 55 }, slowTurns().turns);
		assert.equal(lines?.length, 5);
		assert.deepEqual(await linesInTurns(world.table, { ...wanted, from: 99 }, slowTurns().turns), []);
	});

	it('are none once they have become others meanwhile', async () => {
		const slow = slowTurns();
		slow.resting = () => world.table.touch();
		assert.equal(await linesInTurns(world.table, wanted, slow.turns), undefined);
	});
});

describe('a table whose words cannot be worked out', () => {
	const heard = process.listeners('unhandledRejection');
	const thrown: unknown[] = [];
	before(() => {
		process.removeAllListeners('unhandledRejection');
		process.on('unhandledRejection', (error) => thrown.push(error));
	});
	after(() => {
		process.removeAllListeners('unhandledRejection');
		for (const listener of heard) process.on('unhandledRejection', listener);
	});

	it('says so, is not busy for ever, and is arranged again once they can', async () => {
		const world = new TableWorld();
		const rows = sampleRows.slice(0, 60);
		world.table.show(rows);
		await world.settle();
		const failure = new Error('No rules are known.');
		world.context = contextOf({
			rulesOf: () => {
				throw failure;
			},
		});
		world.table.wish({ ...plainTable, sort: [{ column: 'attention', descending: false }] });
		await world.settle();
		await world.turn();
		assert.deepEqual(thrown, [failure]);
		assert.equal(world.table.busy, false);
		world.context = contextOf();
		world.table.show(rows.slice(1));
		await world.settle();
		assert.equal(world.table.busy, false);
		assert.equal(world.table.matching, 59);
	});
});
