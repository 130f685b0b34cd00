import type { Entry } from './format.ts';
import type { ExportSource } from './source.ts';

/** What is exported of what has come: each referral once, as it is known now, and what can't be read as a referral. */
export function exportEntries({ branches, feeds }: ExportSource): readonly Entry[] {
	const rows = branches().flatMap((branch) => branch.rows);
	return [...rows, ...feeds.flatMap((feed) => feed.unreadable)];
}
