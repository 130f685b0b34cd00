import type { Received, Unreadable } from '../partner/referral.ts';

/** An element of a list, as it came: a referral, or what can't be read as one. */
export type Entry = Received | Unreadable;

/** How a list of referrals is written as text, one entry after the other so that little is held at any time. */
export interface ExportFormat {
	/** Is shown every entry before the first one is written; absent where nothing depends on it. */
	readonly survey?: (entry: Entry) => void;
	/** What stands before the first entry. */
	head(): string;
	/** An entry with its line end; empty for one that has no place in this format. */
	row(entry: Entry): string;
}
