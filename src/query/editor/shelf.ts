import type { SavedQueries, SavedQuery } from '../savedQuery.ts';

/** Where saved queries are kept. */
export interface QueryShelf {
	/** The user's own. */
	own(): SavedQueries;
	/** Those of the folder or workspace that is open, which others share and only their settings change. */
	ofWorkspace(): SavedQueries;
	/** Puts a query among the user's own, in the place of one of the same name. What can't be done is told. */
	save(saved: SavedQuery): Promise<void>;
	/** Gives one of the user's own another name. */
	rename(name: string, newName: string): Promise<void>;
	/** Makes one of the user's own a row above the tree, or no longer. */
	showAsRow(name: string, isRow: boolean): Promise<void>;
	/** Takes one of the user's own away. @returns what puts it back; undefined when it could not be taken away */
	remove(name: string): Promise<(() => Promise<void>) | undefined>;
	/** Shows the user's own, what can't be read of them included. */
	open(): Promise<void>;
	/** Shows those of the workspace. */
	openOfWorkspace(): Promise<void>;
}
