import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 6_000;

/**
 * Tries until it no longer throws, and returns what it returned; at the end of patience its own error comes through. By
 * the clock that no test puts forward.
 */
export async function eventually<T>(attempt: () => T | Promise<T>): Promise<T> {
	for (const end = performance.now() + PATIENCE_MS; ; ) {
		try {
			return await attempt();
		} catch (error) {
			if (performance.now() > end) throw error;
			await delay(10);
		}
	}
}
