import process from 'node:process';
import { setTimeout as after } from 'node:timers/promises';

/** Memory in use on the heap and outside of it, in megabytes, garbage that waits included. */
export function memoryInUse(): number {
	const { heapUsed, external } = process.memoryUsage();
	return (heapUsed + external) / 2 ** 20;
}

/** The same once nothing more is packed or freed; for a process that was started with `--expose-gc`. */
export async function memoryAtRest(): Promise<number> {
	const readings: number[] = [];
	// Two that agree may be a pause between loading, packing and freeing.
	for (
		let latest: readonly number[] = [];
		latest.length < 4 || Math.max(...latest) - Math.min(...latest) > 0.5;
	) {
		await after(500);
		globalThis.gc?.();
		readings.push(memoryInUse());
		latest = readings.slice(-4);
	}
	return memoryInUse();
}
