import type * as vscode from 'vscode';
import type { PageCode } from '../../editor/panel/pageCode.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Changes } from '../../listing/since/changes.ts';
import type { Surface } from '../../listing/watching/presence.ts';
import type { Query } from '../../query/query.ts';

/** What the page needs around it, and what it has done elsewhere. */
export interface Surroundings {
	readonly browsing: Browsing;
	readonly changes: Changes;
	/** Where it is kept how the user wants the table, in each workspace. */
	readonly memory: vscode.Memento;
	/** The first month of a fiscal year, from 1, and how many days left are few. */
	readonly day: () => { readonly fiscalYearStart: number; readonly soonDays: number };
	/** What runs in the page, and how it looks. */
	readonly code: PageCode;
	/** The user went to a row, which others follow. */
	readonly went: (id: string) => void;
	readonly search: (query: Query) => Promise<void>;
	/** Loads all that the query finds, with progress. */
	readonly loadAll: () => Promise<void>;
	/** Runs a command of ours on referrals, the one that it was begun on first. */
	readonly run: (command: string, ids?: readonly string[]) => Promise<void>;
	/** The user came to the page, or it came to sight or left it. */
	readonly focused: () => void;
	/** From now on the page counts as something that shows what is being browsed, until that is disposed of. */
	readonly shownIn: (surface: () => Surface) => vscode.Disposable;
	readonly closed: () => void;
}
