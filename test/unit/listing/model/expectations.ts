import assert from 'node:assert/strict';
import process from 'node:process';

/** Lets everybody go on who can: there are no timers, so that this is all. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What was begun, so that nothing is found to wait for ever. */
export class Begun {
	readonly #open = new Map<Promise<unknown>, string>();

	/** @param mayReject whether it tells its failure to whoever began it */
	add(name: string, work: Promise<unknown>, mayReject = false): void {
		this.#open.set(work, name);
		const done = () => this.#open.delete(work);
		work.then(done, (error: unknown) => (mayReject ? done() : this.#failed(name, error)));
	}

	goesOn(work: Promise<unknown>): boolean {
		return this.#open.has(work);
	}

	/** The names of what goes on. */
	get open(): readonly string[] {
		return [...this.#open.values()];
	}

	#failed(name: string, error: unknown): void {
		this.#open.set(Promise.resolve(), `${name} rejected with ${error}`);
	}
}

/** Finds whoever turns round and round without ever giving way, which no timeout would. */
export class Pace {
	#turns = 0;
	#lost = false;

	/** @returns 0, for whoever adds it to something */
	turn(): number {
		this.#turns += 1;
		this.#lost ||= this.#turns > 1000;
		if (this.#lost) throw new Error('turns round and round');
		return 0;
	}

	/** Everybody has given way. */
	check(): void {
		assert.ok(!this.#lost, 'somebody turns round and round');
		this.#turns = 0;
	}
}

/** Runs a task, during which no rejection may stay unhandled. */
async function withoutUnhandled(task: () => Promise<void>): Promise<void> {
	const unhandled: unknown[] = [];
	const hear = (error: unknown) => unhandled.push(error);
	// Mocha's own would fail another test than the one that it is about.
	const others = process.listeners('unhandledRejection');
	process.removeAllListeners('unhandledRejection');
	process.on('unhandledRejection', hear);
	try {
		await task();
		await settle();
		assert.deepEqual(unhandled, []);
	} finally {
		process.removeListener('unhandledRejection', hear);
		for (const other of others) process.on('unhandledRejection', other);
	}
}

/** Runs something many times over; a failure says with which seed it comes again, and after what. */
export async function manyRuns(
	runs: number,
	run: (seed: number, trace: string[]) => Promise<void> | void,
): Promise<void> {
	await withoutUnhandled(async () => {
		for (let seed = 1; seed <= runs; seed++) {
			const trace: string[] = [];
			try {
				await run(seed, trace);
			} catch (error) {
				const what = error instanceof Error ? error.stack : error;
				throw new Error(`seed ${seed}: ${trace.join('; ')}\n${what}`);
			}
		}
	});
}
