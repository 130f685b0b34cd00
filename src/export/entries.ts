import type { ListedEntry } from './format.ts';
import type { ExportSource } from './source.ts';

/** What is exported of what has come: each referral once, as it is known now, and what can't be read as a referral. */
export function exportEntries({ rows, feeds }: ExportSource): readonly ListedEntry[] {
	return [...rows(), ...feeds.flatMap((feed) => feed.unreadable)];
}
