import type { FromPage, PlainRequest } from '../messages/requests.ts';
import { linesInTurns } from '../table/linesInTurns.ts';
import type { ColumnFilter } from '../wishes/filter.ts';
import { sortedBy } from '../wishes/table.ts';
import { answerChart } from './chartAnswers.ts';
import { chooseColumns } from './chooseColumns.ts';
import type { PipelinePanel } from './panel.ts';
import { actOn } from './rowActions.ts';
import { searchFilters } from './searching.ts';

/** What the page asks for, by its type. */
type Asked<Type> = Extract<FromPage, { readonly type: Type }>;

/** Does what the page asks for. */
export async function answerPage(asked: FromPage, panel: PipelinePanel): Promise<void> {
	switch (asked.type) {
		case 'lines':
			return tellLines(asked, panel);
		case 'values':
			return tellValues(asked, panel);
		case 'sort':
			return panel.wish({ sort: sortedBy(panel.contents.table.wishes.sort, asked.column, asked.add) });
		case 'filter':
			return filter(asked, panel);
		case 'groupBy':
			return panel.wish({ groupedBy: asked.column });
		case 'toggleGroup':
			return panel.contents.table.toggleGroup(asked.key);
		case 'columns':
			return panel.wish({ columns: asked.columns });
		case 'select':
			return select(asked, panel);
		case 'current':
			return panel.went(asked.id);
		case 'act':
			return actOn(asked.action, panel, asked.id);
		case 'choose':
		case 'mark':
		case 'saveCsv':
		case 'savePng':
		case 'print':
			return answerChart(asked, panel);
		default:
			await plain[asked.type](panel);
	}
}

const plain = {
	load: (panel) => panel.load(),
	loadAll: (panel) => panel.during(panel.around.loadAll),
	refresh: (panel) => panel.during(() => panel.around.run('refresh')),
	resolve: (panel) => panel.resolve(),
	clearFilters: (panel) => panel.wish({ filters: new Map() }),
	searchFilters,
	chooseColumns,
	toggleDensity: (panel) =>
		panel.wish({ density: panel.contents.table.wishes.density === 'compact' ? 'comfortable' : 'compact' }),
	toggleCharts: (panel) => panel.wish({ chartsOpen: !panel.contents.table.wishes.chartsOpen }),
	selectAll,
	selectNone,
} as const satisfies Record<PlainRequest, (panel: PipelinePanel) => unknown>;

/** Of lines that have become others, the page asks again once it hears of it. */
async function tellLines({ stamp, from, count }: Asked<'lines'>, panel: PipelinePanel): Promise<void> {
	const { table, selection } = panel.contents;
	if (stamp !== table.stamp) return;
	const wanted = { from, count, isSelected: (id: string) => selection.ids.has(id) };
	const lines = await linesInTurns(table, wanted, panel.contents.turns());
	if (lines) panel.tell({ type: 'lines', stamp, from, lines });
}

async function tellValues({ column }: Asked<'values'>, panel: PipelinePanel): Promise<void> {
	panel.tell({ type: 'values', column, ...(await panel.contents.table.values(column)) });
}

function filter({ column, filter: wanted }: Asked<'filter'>, panel: PipelinePanel): void {
	const filters = new Map<string, ColumnFilter>(panel.contents.table.wishes.filters);
	if (wanted) filters.set(column, wanted);
	else filters.delete(column);
	panel.wish({ filters });
}

function select({ stamp, line, mode }: Asked<'select'>, panel: PipelinePanel): void {
	const { table, selection } = panel.contents;
	const row = stamp === table.stamp ? table.rowAt(line) : undefined;
	if (!row) return;
	selection.select(row.referral.id, line, mode, {
		idsBetween: (one, other) => table.rowsBetween(one, other).map(({ referral }) => referral.id),
		lineOf: (id) => table.lineOf(id),
	});
	panel.selected();
}

function selectAll(panel: PipelinePanel): void {
	panel.contents.selection.all([...panel.contents.table.shown()].map(({ referral }) => referral.id));
	panel.selected();
}

function selectNone(panel: PipelinePanel): void {
	panel.contents.selection.clear();
	panel.selected();
}
