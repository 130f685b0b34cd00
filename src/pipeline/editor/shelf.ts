import type * as vscode from 'vscode';
import { keptOf, readWishes, type TableWishes } from '../wishes/table.ts';

const name = 'pipeline';

/** Keeps how the user wants the table, for the workspace: nothing of a customer. */
export class Shelf {
	readonly #memory: vscode.Memento;

	constructor(memory: vscode.Memento) {
		this.#memory = memory;
	}

	read(): TableWishes {
		return readWishes(this.#memory.get<unknown>(name));
	}

	/** Never rejects: where it can't be kept, the table is the usual one the next time. */
	async write(wishes: TableWishes): Promise<void> {
		try {
			await this.#memory.update(name, keptOf(wishes));
		} catch {}
	}
}
