import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './samples.ts';

const script = fileURLToPath(new URL('heapProcess.ts', import.meta.url));
/** Memory hardly differs from run to run. */
const mostRounds = 3;

/** What 100,000 loaded referrals hold, and what the JSON values of their pages would. */
export async function measureHeap(rounds: number): Promise<readonly Figure[]> {
	const samples: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
	for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
		samples.limit.push(await held('parsed'));
		samples.ours.push(await held('loaded'));
	}
	return [
		{
			id: 'heap',
			ours: 'memory held by 100,000 loaded referrals, on the heap and outside of it',
			limit: 'memory held by the `JSON.parse` results of the same pages',
			...{ aim: 0.5, unit: 'MB', samples },
		},
	];
}

async function held(what: 'loaded' | 'parsed'): Promise<number> {
	const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, what]);
	return Number(stdout);
}
