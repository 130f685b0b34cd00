import { setImmediate as inTurn } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { Exploration } from '../listing/exploration.ts';
import { loadFirstPages } from '../listing/firstPages.ts';

/** Loads first pages when the view is opened, where the user wants that: once for whatever is searched for. */
export class Opening {
	readonly #wanted: () => boolean;
	readonly #onDidPause: vscode.Event<number>;
	readonly #begun = new WeakSet<Exploration>();

	/** @param onDidPause the service asks for a pause, until so many milliseconds since 1970 */
	constructor(wanted: () => boolean, onDidPause: vscode.Event<number>) {
		this.#wanted = wanted;
		this.#onDidPause = onDidPause;
	}

	/** The editor shows what has come of it; it asks for that when the view is in sight, and no sooner. */
	shown(exploration: Exploration | undefined): void {
		if (!exploration || this.#begun.has(exploration) || !this.#wanted()) return;
		this.#begun.add(exploration);
		void this.#load(exploration);
	}

	/** In a turn of its own, so that no change is told in the middle of what the editor is asking for. */
	async #load(exploration: Exploration): Promise<void> {
		await inTurn();
		const stop = new AbortController();
		const pauses = this.#onDidPause(() => stop.abort());
		await loadFirstPages(exploration, stop.signal);
		pauses.dispose();
	}
}
