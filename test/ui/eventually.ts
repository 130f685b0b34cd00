import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/** Tries until it no longer throws, and returns what it returned; at the end of patience its own error comes through. */
export async function eventually<T>(attempt: () => T | Promise<T>): Promise<T> {
	for (const end = Date.now() + PATIENCE_MS; ; ) {
		try {
			return await attempt();
		} catch (error) {
			if (Date.now() > end) throw error;
			await delay(50);
		}
	}
}
