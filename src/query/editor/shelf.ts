import type { SavedQuery } from '../savedQuery.ts';

/** Where saved queries are kept. */
export interface QueryShelf {
	/** The readable ones, and of each other entry what is wrong with it. */
	read(): { readonly saved: readonly SavedQuery[]; readonly problems: readonly string[] };
	/** Puts a query on the shelf, in the place of one of the same name. */
	save(saved: SavedQuery): Promise<void>;
	rename(name: string, newName: string): Promise<void>;
	remove(name: string): Promise<void>;
	/** Shows the entries, the unreadable ones included. */
	open(): Promise<void>;
}
