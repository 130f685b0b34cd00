import type { Memento } from 'vscode';
import { microsoftOrigin } from '../../partner/microsoft.ts';
import { writeUntilKept } from '../memory/writeUntilKept.ts';

const name = 'agreedOrigins';

/** How the user is asked. */
export interface Asking {
	/** Resolves when the user can see a question in this window. */
	inSight(): Promise<void>;
	/** Asks whether a sign-in may go there. */
	ask(origin: string): Promise<boolean>;
}

/**
 * Where the user lets a sign-in go besides Microsoft's own service. The setting for it may have come from another machine, or
 * from whoever can write settings, so that each origin is asked about once on this machine.
 */
export class Agreement {
	readonly #memory: Memento;
	readonly #open = new Map<string, Promise<boolean>>();
	readonly #refused = new Set<string>();
	/** What the user has agreed to in this window, whatever becomes of the memory. */
	readonly #agreed = new Set<string>();
	#isAsking = false;

	/** @param memory of this machine, which windows share and nothing synchronises */
	constructor(memory: Memento) {
		this.#memory = memory;
	}

	/** Whether a sign-in may go there; whoever signs in to Partner Center means Microsoft's own service. */
	has(origin: string): boolean {
		return (
			origin === microsoftOrigin ||
			this.#agreed.has(origin) ||
			keptIn(this.#memory.get(name)).includes(origin)
		);
	}

	/** The user has opened the view or run a command, and may be asked from now on, also once more after a no. */
	mayAsk(): void {
		this.#isAsking = true;
		this.#refused.clear();
	}

	/** The same as `has`, after asking where that is allowed; only one question is open for each origin. A no is not kept. */
	want(origin: string, asking: Asking): Promise<boolean> {
		if (this.has(origin)) return Promise.resolve(true);
		if (!this.#isAsking || this.#refused.has(origin)) return Promise.resolve(false);
		const open = this.#open.get(origin) ?? this.#ask(origin, asking).finally(() => this.#open.delete(origin));
		this.#open.set(origin, open);
		return open;
	}

	async #ask(origin: string, { inSight, ask }: Asking): Promise<boolean> {
		await inSight();
		// Meanwhile, it may have been answered in another window.
		if (this.has(origin)) return true;
		if (!(await ask(origin))) {
			this.#refused.add(origin);
			return false;
		}
		this.#agreed.add(origin);
		await writeUntilKept(this.#memory, name, (value) => {
			const kept = keptIn(value);
			return kept.includes(origin) ? undefined : [...kept, origin];
		});
		return true;
	}
}

function keptIn(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
