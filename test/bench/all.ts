import { strict as assert } from 'node:assert';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { bareLoop } from './bareList.ts';
import { openClient } from './client.ts';
import { loaded } from './loaded.ts';
import type { Figure } from './samples.ts';
import { type ServiceProcess, startService } from './serviceProcess.ts';

const referrals = 100_000;
const frame = 1000 / 60;

/** Each round takes half a minute. */
const mostRounds = 5;

/** Loads everything of a service that takes 20 ms for an answer, and sees for how long the event loop is held. */
export async function measureAll(rounds: number): Promise<readonly Figure[]> {
	const service = await startService(referrals, 20);
	const [ours, limit, held]: [number[], number[], number[]] = [[], [], []];
	try {
		await bareLoop(service);
		for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
			limit.push(await timeOf(() => bareLoop(service)));
			const delay = monitorEventLoopDelay({ resolution: 1 });
			delay.enable();
			ours.push(await timeOf(() => load(service)));
			delay.disable();
			held.push(delay.max / 1e6);
		}
	} finally {
		service.stop();
	}
	return [
		{
			id: 'all',
			ours: 'loading all of 100,000 referrals (1,000 pages, 20 ms of latency)',
			limit: 'a bare loop over the same pages, one chain per group, four at once',
			...{ aim: 1.1, unit: 'ms', samples: { ours, limit } },
		},
		{
			id: 'hold',
			ours: 'the longest that the event loop is held meanwhile, garbage collection included',
			limit: 'one frame',
			...{ aim: 2, unit: 'ms', samples: { ours: held, limit: held.map(() => frame) } },
		},
	];
}

async function load(service: ServiceProcess): Promise<void> {
	const { client, close } = openClient(service);
	const { session } = await loaded(client);
	assert.equal(session.store.size, referrals);
	// A session that nobody ends is kept by those who would hear of its end, and the next round would pay for it.
	session.end();
	await close();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}
