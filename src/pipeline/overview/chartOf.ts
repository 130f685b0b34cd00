import * as l10n from '@vscode/l10n';
import type { Presenter } from '../../referral/presenter.ts';
import { plural } from '../../text/plural.ts';
import type { Chart, ChartId, Mark } from '../messages/chart.ts';
import type { ColumnFilter } from '../wishes/filter.ts';
import { isSameFilter } from './figures/filters.ts';
import type { Answer, Figure } from './figures/question.ts';
import { inOneText } from './figures/sentences.ts';

/** What a chart is told with besides what was counted. */
export interface Telling {
	readonly presenter: Presenter;
	/** Of what the table is filtered by, the filters of the columns that marks of the chart filter. */
	readonly filters: ReadonlyMap<string, ColumnFilter>;
	/** How many rows were counted where there may be more; undefined where those are all. */
	readonly loaded: number | undefined;
}

/** A chart as it is drawn. */
export function chartOf(id: ChartId, { figures, table, ...answer }: Answer, telling: Telling): Chart {
	const { loaded, presenter, filters } = telling;
	const coverage = loaded === undefined ? '' : coverageText(loaded, presenter);
	return {
		...answer,
		id,
		sentence: inOneText(answer.sentence, coverage),
		marks: figures.flatMap((figure) => markOf(figure, filters)),
		table: {
			head: table.head,
			rows: table.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
		},
	};
}

/** What tells a mark from others of its chart. */
export function markId({ place, series }: Figure): string {
	return `${series}/${place}`;
}

/** None where nothing is counted, unless that is what the user sees, who may want to see something else again. */
function markOf(figure: Figure, active: ReadonlyMap<string, ColumnFilter>): readonly Mark[] {
	const { count, filters, place, series, value, text, spoken, overdue } = figure;
	const columns = new Set([...(filters?.keys() ?? []), ...active.keys()]);
	const isActive = (column: string) => isSameFilter(filters?.get(column), active.get(column));
	const pressed = filters !== undefined && [...columns].every(isActive);
	if (count === 0 && !pressed) return [];
	return [{ id: markId(figure), place, series, value, text, spoken, pressed, overdue }];
}

function coverageText(loaded: number, presenter: Presenter): string {
	const count = presenter.count(loaded);
	return plural(loaded, {
		one: l10n.t('Only the {0} loaded referral is counted.', count),
		other: l10n.t('Only the {0} loaded referrals are counted.', count),
	});
}
