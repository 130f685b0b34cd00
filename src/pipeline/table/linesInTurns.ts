import type { Line } from '../messages/lines.ts';
import type { Table } from './table.ts';
import type { Turns } from './turns.ts';

/** So few that they take about a slice where each has to be unpacked. */
const atOnce = 4;

/** Which lines, and which rows the user has selected. */
interface Wanted {
	readonly from: number;
	readonly count: number;
	isSelected(id: string): boolean;
}

/** Lines in words, in slices that hold nobody up. @returns undefined where lines have become others meanwhile */
export async function linesInTurns(
	table: Table,
	{ from, count, isSelected }: Wanted,
	turns: Turns,
): Promise<readonly Line[] | undefined> {
	const { stamp } = table;
	const lines: Line[] = [];
	await turns.each(Math.min(count, table.lineCount - from), atOnce, (first, last) => {
		if (table.stamp === stamp) lines.push(...table.lines(from + first, last - first, isSelected));
	});
	return table.stamp === stamp ? lines : undefined;
}
