import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Calm } from '../../../src/account/calm.ts';

describe('calm', () => {
	it('does at once what it is asked for first', async () => {
		let done = 0;
		const calm = new Calm(async () => void done++);
		calm.run();
		assert.equal(done, 1);
		calm.dispose();
	});

	it('does once more what it is asked for meanwhile, also when it failed', async () => {
		let done = 0;
		const calm = new Calm(async () => {
			if (++done === 1) throw new Error('It failed.');
		});
		calm.run();
		calm.run();
		calm.run();
		assert.equal(done, 1);
		await wait(400);
		assert.equal(done, 2);
		calm.dispose();
	});

	it('does ever less often what makes itself be asked for', async () => {
		let done = 0;
		const calm = new Calm(async () => {
			done++;
			setTimeout(() => calm.run());
		});
		calm.run();
		await wait(1_000);
		assert.ok(done <= 4, `${done} times`);
		calm.dispose();
	});
});
