import process from 'node:process';
import { setTimeout as after } from 'node:timers/promises';

/** Memory in use on the heap and outside of it, in megabytes, garbage that waits included. */
export function memoryInUse(): number {
	const { heapUsed, external } = process.memoryUsage();
	return (heapUsed + external) / 2 ** 20;
}

/** The same once nothing more is packed or freed; for a process that was started with `--expose-gc`. */
export async function memoryAtRest(): Promise<number> {
	for (let before = Number.POSITIVE_INFINITY; ; ) {
		await after(500);
		globalThis.gc?.();
		const now = memoryInUse();
		if (Math.abs(before - now) < 0.5) return now;
		before = now;
	}
}
