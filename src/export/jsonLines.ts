import type { Entry, ExportFormat } from './format.ts';
import { exactLine, jsonLine } from './jsonLine.ts';

/** JSON Lines: everything that the service sent, one element a line, what can't be read as a referral included. */
export function jsonLinesExport(): ExportFormat {
	return { head: () => '', row: (entry) => `${lineOf(entry)}\n` };
}

function lineOf(entry: Entry): string {
	// Asked for once, since it is read out of the packed page.
	const { text } = entry;
	return text === undefined ? jsonLine(entry.json) : exactLine(text);
}
