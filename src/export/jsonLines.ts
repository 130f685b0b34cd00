import type { ExportFormat } from './format.ts';
import { jsonLine } from './jsonLine.ts';

/** JSON Lines: everything that the service sent, one element a line, what can't be read as a referral included. */
export function jsonLinesExport(): ExportFormat {
	return { head: () => '', row: ({ json }) => `${jsonLine(json)}\n` };
}
