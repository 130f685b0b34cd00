import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPageMemory } from '../../../src/editor/panel/pageMemory.ts';

describe('what a page remembers over a reload', () => {
	const reads = (name: string, memory: unknown, read: unknown) =>
		it(name, () => assert.deepEqual(readPageMemory(memory), read));

	reads('is its id', { version: 1, id: 'r1', scroll: 3 }, { id: 'r1', pinned: false });
	reads('and whether it is pinned', { id: 'r1', pinned: true }, { id: 'r1', pinned: true });
	reads('which is a flag and nothing else', { id: 'r1', pinned: 'yes' }, { id: 'r1', pinned: false });
	for (const memory of [undefined, null, 'r1', [], {}, { id: 1 }, { id: '' }, { id: 'r'.repeat(201) }])
		reads(`is nothing in ${JSON.stringify(memory)?.slice(0, 30)}`, memory, undefined);

	it('is an id of some length or nothing, whatever comes back', () => {
		fc.assert(
			fc.property(fc.anything(), (memory) => {
				const read = readPageMemory(memory);
				assert.ok(read === undefined || (read.id.length > 0 && read.id.length <= 200));
			}),
			{ seed: 62 },
		);
	});
});
