import { keepTrying } from '../workbench/keepTrying.ts';

/** Tries until a window of VS Code has come so far that it no longer throws, and returns what it returned. */
export function eventually<T>(attempt: () => T | Promise<T>): Promise<T> {
	return keepTrying(attempt, { patience: 20_000, pause: 50 });
}
