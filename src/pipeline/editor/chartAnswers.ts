import * as vscode from 'vscode';
import { readCsvOptions } from '../../export/editor/csvOptions.ts';
import type { ChartRequest } from '../messages/requests.ts';
import { printable } from '../printing/printable.ts';
import { linesInTurns } from '../table/linesInTurns.ts';
import type { ColumnFilter } from '../wishes/filter.ts';
import { headOf } from './head.ts';
import type { PipelinePanel } from './panel.ts';
import { type FileKind, saveAs } from './saveAs.ts';
import { searchFilters } from './searching.ts';

/** Does what is asked of a chart. */
export async function answerChart(asked: ChartRequest, panel: PipelinePanel): Promise<void> {
	const { overview } = panel.contents;
	switch (asked.type) {
		case 'choose':
			return overview.choose(asked.chart, asked.choice);
		case 'mark':
			return mark(asked, panel);
		case 'saveCsv':
			await save(
				['chart', asked.chart],
				'csv',
				overview.csvOf(asked.chart, readCsvOptions().separator),
				panel,
			);
			return;
		case 'savePng':
			await save(['chart', asked.chart], 'png', Buffer.from(asked.png, 'base64'), panel);
			return;
		case 'print':
			return print(asked.drawings, panel);
	}
}

/** Filters the table by what a mark counts, in place of what the chart had filtered it by before; by the same mark, no longer. */
async function mark(
	{ chart, mark: id, search }: Extract<ChartRequest, { readonly type: 'mark' }>,
	panel: PipelinePanel,
) {
	const { overview, table } = panel.contents;
	const wanted = overview.filtersOf(chart, id);
	if (!wanted) return;
	const isPressed = overview.charts.some(
		(each) => each.id === chart && each.marks.some((one) => one.id === id && one.pressed),
	);
	const own = overview.columnsOf(chart);
	const others = [...table.wishes.filters].filter(([column]) => !own.has(column));
	panel.wish({ filters: new Map<string, ColumnFilter>([...others, ...(isPressed ? [] : wanted)]) });
	if (search) await searchFilters(panel);
}

/** The first columns and rows, as much as anybody reads on paper. */
const [mostColumns, mostRows] = [6, 1_000];

async function print(drawings: readonly string[], panel: PipelinePanel): Promise<void> {
	const { table } = panel.contents;
	const { columns } = headOf(table, panel.around.browsing.query.value, panel.contents.context());
	const count = Math.min(mostRows, table.lineCount);
	const wanted = { from: 0, count, isSelected: () => false };
	const known = await linesInTurns(table, wanted, panel.contents.turns());
	// Where they have become others meanwhile, those of this moment.
	const lines = known ?? table.lines(0, count, wanted.isSelected);
	const page = printable({
		language: vscode.env.language,
		title: vscode.l10n.t('Pipeline'),
		drawings,
		head: columns.slice(0, mostColumns).map(({ label }) => label),
		lines: lines.map((line) =>
			line.kind === 'group' ? [`${line.label} ${line.text}`] : line.cells.slice(0, mostColumns),
		),
		rest:
			table.lineCount > count
				? vscode.l10n.t('Only the first {0} rows are printed.', count.toLocaleString(vscode.env.language))
				: '',
	});
	const saved = await save(['pipeline'], 'html', page, panel);
	// The browser prints it.
	if (saved) await vscode.env.openExternal(saved);
}

/** Ends with the session that it is of. */
function save(
	name: readonly string[],
	kind: FileKind,
	content: string | Uint8Array,
	{ around: { browsing } }: PipelinePanel,
): Promise<vscode.Uri | undefined> {
	const session = browsing.sessions.current;
	return session ? saveAs(name, kind, content, session.signal) : Promise.resolve(undefined);
}
