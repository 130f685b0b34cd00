import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './samples.ts';

const script = fileURLToPath(new URL('exportProcess.ts', import.meta.url));

// Garbage waits until the young generation is full, which V8 otherwise makes as large as the machine's memory allows.
const options = ['--expose-gc', '--max-semi-space-size=16'];

/** How much more memory is in use while 100,000 referrals are written as CSV, garbage that waits included. */
export async function measureExport(rounds: number): Promise<readonly Figure[]> {
	const ours: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const { stdout } = await promisify(execFile)(process.execPath, [...options, script]);
		const { extra }: { extra: number } = JSON.parse(stdout);
		ours.push(extra);
	}
	return [
		{
			id: 'export',
			ours: '100,000 referrals to CSV: the most memory in use while writing, above what was in use before, garbage included',
			limit: '',
			aim: 40,
			unit: 'MB',
			samples: { ours, limit: [] },
		},
	];
}
