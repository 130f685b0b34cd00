import type { ListedReferral } from '../listing/arranging/listed.ts';
import type { Received, Unreadable } from '../partner/referral.ts';

/** An element of a list, as it is to be written: a referral, or what can't be read as one. */
export type Entry = Received | Unreadable;

/** The same as it is listed. */
export type ListedEntry = ListedReferral | Unreadable;

/** How a list of referrals is written as text, one entry after the other so that little is held at any time. */
export interface ExportFormat<Element extends Entry = Entry> {
	/** Is shown every entry before the first one is written; absent where nothing depends on it. */
	readonly survey?: (entry: Element) => void;
	/** What stands before the first entry. */
	head(): string;
	/** An entry with its line end; empty for one that has no place in this format. */
	row(entry: Element): string;
}
