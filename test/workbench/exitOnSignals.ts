import { constants } from 'node:os';
import process from 'node:process';

/** Ctrl+C and its relatives end this process by way of its `exit` event, at which everything started is ended too. */
export function exitOnSignals(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] satisfies NodeJS.Signals[]) {
		process.on(signal, () => process.exit(128 + constants.signals[signal]));
	}
}
