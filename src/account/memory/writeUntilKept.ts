import type { Memento } from 'vscode';

/** How often something is written that doesn't stay; more than twice in a row was never seen. */
const most = 5;

/**
 * Writes to a memory that windows share. The editor tells each window what it has written a moment later, and the window
 * takes that for newer than what it has written since, which is lost then: so it is looked for and written once more.
 * @param next what is to be written in place of what is there; undefined once that will do
 */
export async function writeUntilKept(
	memory: Memento,
	name: string,
	next: (kept: unknown) => unknown,
): Promise<void> {
	for (let time = 0; time < most; time++) {
		const value = next(memory.get(name));
		if (value === undefined) return;
		await memory.update(name, value);
	}
}
