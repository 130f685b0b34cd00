import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { SelectedRows } from '../../tree/row/selectedRows.ts';
import type { Selected } from './givenTo.ts';

/** So often it is looked again, so many milliseconds later, while rows are being drawn anew. */
const [mostLooks, pause] = [20, 50];

/** The rows that a command means; where the editor doesn't know them for a moment, what it tells a little later counts. */
export class MeantRows implements Selected {
	readonly #selected: SelectedRows;
	readonly #onPage: (id: string) => Promise<readonly string[]>;

	/** @param onPage what a row of the pipeline page stands for */
	constructor(selected: SelectedRows, onPage: (id: string) => Promise<readonly string[]>) {
		this.#selected = selected;
		this.#onPage = onPage;
	}

	meantOnPage(id: string): Promise<readonly string[]> {
		return this.#onPage(id);
	}

	/** Those that a menu gave, of which some may be missing. */
	async given(elements: readonly unknown[]): Promise<readonly string[]> {
		const known = elements.filter((each) => typeof each === 'string');
		// Somebody else may give anything.
		if (!elements.includes(undefined)) return known;
		const all = await this.#once((length) => length === elements.length);
		return all ?? known;
	}

	/**
	 * What a key means, as in the editor's own Explorer: the row that has the focus, and with it all that are selected where it
	 * is one of them. Arrow keys move the focus alone, and the editor tells of the selection alone; so the row with the focus
	 * is selected, or no longer selected, for a moment, which opens nothing and which nobody sees.
	 * @returns the row with the focus first
	 */
	async meantByKeys(): Promise<readonly string[]> {
		const before = this.#selected.all;
		await toggle();
		const after = await this.#once((length) => Math.abs(length - before.length) === 1);
		await toggle();
		const [known, now] = [new Set(before), new Set(after)];
		const added = after?.find((each) => !known.has(each));
		if (added !== undefined) return [added];
		const removed = before.find((each) => !now.has(each));
		return removed === undefined ? before : [removed, ...before.filter((each) => each !== removed)];
	}

	/** Undefined when it doesn't come so far within a second. */
	async #once(isRight: (length: number) => boolean): Promise<readonly string[] | undefined> {
		for (let look = 0; look < mostLooks; look++) {
			if (isRight(this.#selected.now.length)) return this.#selected.now;
			await delay(pause);
		}
		return undefined;
	}
}

async function toggle(): Promise<void> {
	await vscode.commands.executeCommand('list.toggleSelection');
}
