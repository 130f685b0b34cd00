import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './samples.ts';

const script = fileURLToPath(new URL('exportProcess.ts', import.meta.url));

/** Memory hardly differs from run to run. */
const mostRounds = 3;

/** How much more memory is in use while 100,000 referrals are written as CSV, with garbage that waits, and without. */
export async function measureExport(rounds: number): Promise<readonly Figure[]> {
	const [held, most]: [number[], number[]] = [[], []];
	for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
		const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script]);
		const extra: { held: number; most: number } = JSON.parse(stdout);
		held.push(extra.held);
		most.push(extra.most);
	}
	const ours = 'in use while 100,000 referrals are written as CSV, above what was before';
	return [
		{
			id: 'export',
			ours: `heap ${ours}`,
			limit: '',
			aim: 40,
			unit: 'MB',
			samples: { ours: held, limit: [] },
		},
		{
			id: 'export garbage',
			ours: `memory, on the heap and outside of it, ${ours}, garbage that waits to be collected included`,
			...{ limit: '', aim: 40, unit: 'MB', samples: { ours: most, limit: [] } },
		},
	];
}
