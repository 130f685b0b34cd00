import { setTimeout as delay } from 'node:timers/promises';

/** How long to try, and how long to wait before each further time, in milliseconds. */
interface Effort {
	readonly patience: number;
	readonly pause: number;
}

/**
 * Tries until it no longer throws, and returns what it returned; at the end of patience its own error comes through. By
 * the clock that no test puts forward.
 */
export async function keepTrying<T>(attempt: () => T | Promise<T>, { patience, pause }: Effort): Promise<T> {
	for (const end = performance.now() + patience; ; ) {
		try {
			return await attempt();
		} catch (error) {
			if (performance.now() > end) throw error;
			await delay(pause);
		}
	}
}
