import { stringify } from 'csv-stringify/sync';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { exportCell } from '../cell.ts';
import type { ExportFormat, ListedEntry } from '../format.ts';
import { mostLines, mostNumbered } from './columns.ts';
import { type BulkDeal, bulkDealOf } from './deal.ts';
import { documentedHeaders, type Slot, slotsFor } from './layout.ts';
import { problemText } from './problemText.ts';
import { cellOf, partsCell, problemsOf } from './rules.ts';

/** As Excel writes a CSV; without the last one, a line end within a cell would not be quoted. */
const look = { record_delimiter: 'windows', quote_record_delimiter: true };

/** Excel takes a file for UTF-8 only if it begins so. */
const byteOrderMark = '\ufeff';

/**
 * A file in the layout of Partner Center's bulk upload: with commas whatever the settings say, because the portal reads it. What is
 * wrong with a line stands in its first column, where the portal writes its own errors, and which it doesn't read.
 * @param now milliseconds since 1970
 * @param headers those of the template that is to be filled; the documented ones unless given
 */
export function bulkExport(
	now: number,
	headers: readonly string[] = documentedHeaders(),
): ExportFormat<ListedEntry> {
	const needed = { solution: 1, member: 1 };
	let slots = slotsFor(headers, needed);
	const line = (cells: readonly string[]) => stringify([cells], look);
	return {
		survey: (entry) => {
			if (entry.kind === 'unreadable') return;
			const { solutions, members } = bulkDealOf(entry);
			needed.solution = Math.min(mostNumbered, Math.max(needed.solution, solutions.length));
			needed.member = Math.min(mostNumbered, Math.max(needed.member, members.length));
		},
		head: () => {
			slots = slotsFor(headers, needed);
			return byteOrderMark + line(slots.map(({ header }) => exportCell(header, '')));
		},
		row: (entry) => {
			if (entry.kind === 'unreadable') return '';
			const deal = bulkDealOf(entry);
			const problems = problemsOf(entry, deal, now).map(problemText);
			return line(slots.map((slot) => textOf(slot, deal, problems)));
		},
	};
}

function textOf({ cell, numbered }: Slot, deal: BulkDeal, problems: readonly string[]): string {
	if (cell === 'errors') return problems.join('; ');
	if (cell) return cellOf(cell, deal.cell(cell));
	if (!numbered) return '';
	const parts = numbered.name === 'solution' ? deal.solutions : deal.members;
	return partsCell(parts[numbered.place] ?? []);
}

/** So many lines each as the portal takes in one file, and one at least. */
export function inFiles(rows: readonly ListedReferral[]): readonly (readonly ListedReferral[])[] {
	const files = Math.max(1, Math.ceil(rows.length / mostLines));
	return Array.from({ length: files }, (_, file) => rows.slice(file * mostLines, (file + 1) * mostLines));
}
