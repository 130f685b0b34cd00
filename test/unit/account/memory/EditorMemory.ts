import type { Memento } from 'vscode';

/**
 * A memory as VS Code has it up to 1.139 at least: a window writes all of it a moment after a change, hears of what it has
 * written a moment after that, and takes it for newer than what it has changed meanwhile.
 */
export class EditorMemory implements Memento {
	/** What is written for all windows. */
	written: Readonly<Record<string, unknown>> = {};
	/** What comes next, in order: the flush of a change, its echo, and the answer to it. */
	readonly due: (() => void)[] = [];
	#values: Record<string, unknown> = {};
	#waiting: (() => void)[] = [];

	keys(): readonly string[] {
		return Object.keys(this.#values);
	}

	get(name: string): never {
		// The interface promises whatever type one asks for.
		return this.#values[name] as never;
	}

	update(name: string, value: unknown): Promise<void> {
		this.#values[name] = value;
		const { promise, resolve } = Promise.withResolvers<void>();
		if (this.#waiting.length === 0) this.due.push(() => this.#flush());
		this.#waiting.push(resolve);
		return promise;
	}

	#flush(): void {
		const answered = this.#waiting;
		this.#waiting = [];
		const written = { ...this.#values };
		this.written = written;
		this.due.push(
			() => {
				this.#values = { ...written };
			},
			() => {
				for (const resolve of answered) resolve();
			},
		);
	}
}
