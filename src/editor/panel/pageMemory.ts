import { longest } from '../../text/longest.ts';

/** What a page remembers over a reload of the window: the editor writes it to disk, so that it is an id and flags. */
export interface PageMemory {
	readonly id: string;
	readonly pinned: boolean;
}

/** Reads what comes back after a reload, which may be anything; undefined where no id is in it. */
export function readPageMemory(memory: unknown): PageMemory | undefined {
	if (typeof memory !== 'object' || memory === null || !('id' in memory)) return undefined;
	const { id } = memory;
	if (typeof id !== 'string' || id === '' || id.length > longest.id) return undefined;
	return { id, pinned: 'pinned' in memory && memory.pinned === true };
}
