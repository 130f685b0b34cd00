import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Memento } from 'vscode';

interface Due {
	readonly at: number;
	readonly run: () => void;
}

interface Window {
	values: Readonly<Record<string, unknown>>;
	/** When the last of what it has sent arrives, and when it hears the last of what others have; in milliseconds since 1970. */
	sent: number;
	heard: number;
}

/**
 * The memories of windows as VS Code has them: each writes all of it a moment after a change, and hears of what another one has
 * written a moment after that, which it takes for newer than what it has written itself meanwhile. Time passes only here.
 */
export class SharedMemories {
	/** Milliseconds since 1970. */
	now: number;
	readonly #delays: readonly number[];
	#due: Due[] = [];
	#drawn = 0;
	#written: Readonly<Record<string, unknown>> = {};
	readonly #windows: Window[] = [];

	/** @param delays how long this and that takes, in milliseconds, over and over */
	constructor(now: number, delays: readonly number[]) {
		this.now = now;
		this.#delays = delays;
	}

	/** Another window, with what is written by now. */
	window(): Memento {
		const own: Window = { values: this.#written, sent: 0, heard: 0 };
		this.#windows.push(own);
		return {
			keys: () => Object.keys(own.values),
			// The interface promises whatever type one asks for.
			get: (name: string): never => structuredClone(own.values[name]) as never,
			update: async (name, value) => {
				own.values = { ...own.values, [name]: structuredClone(value) };
				const { values } = own;
				own.sent = Math.max(own.sent, this.now + this.#delay());
				await this.wait(own.sent - this.now);
				this.#written = values;
				for (const other of this.#windows) if (other !== own) void this.#tell(other, values);
			},
		};
	}

	/** What is written first is heard of first. */
	async #tell(window: Window, values: Window['values']): Promise<void> {
		window.heard = Math.max(window.heard, this.now + this.#delay());
		await this.wait(window.heard - this.now);
		window.values = values;
	}

	wait(milliseconds: number): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#due.push({ at: this.now + milliseconds, run: resolve });
		return promise;
	}

	/** Lets time pass until something is done. */
	async until(done: Promise<unknown>): Promise<void> {
		let isDone = false;
		const end = done.finally(() => {
			isDone = true;
		});
		end.catch(() => {});
		while (!isDone) {
			await turnOfLoop();
			this.#due.sort((one, other) => one.at - other.at);
			const next = this.#due.shift();
			if (!next) continue;
			this.now = Math.max(this.now, next.at);
			next.run();
		}
		await end;
	}

	#delay(): number {
		return this.#delays[this.#drawn++ % this.#delays.length] ?? 0;
	}
}
