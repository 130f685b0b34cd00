import * as l10n from '@vscode/l10n';
import type { MarkFilters } from '../../messages/chart.ts';
import type { Measure } from './measure.ts';
import type { Answer, Cell, Figure } from './question.ts';
import { nothing, type Sum } from './worths.ts';

export interface Place {
	readonly id: string;
	readonly label: string;
	/** What it is called where there is more room. */
	readonly name?: string;
}

export interface Series {
	readonly id: string;
	readonly label: string;
}

/** What is at a place, of a series. */
export interface Slot {
	readonly sum: Sum;
	readonly filters: MarkFilters | undefined;
	readonly overdue?: boolean;
}

/** What stands at each place, by series. */
export interface Drawn<Axis extends Place> {
	/** What places are, for the head of the table. */
	readonly head: string;
	readonly places: readonly Axis[];
	readonly series: readonly Series[];
	readonly measure: Measure;
	/** Undefined where nothing can be. */
	slot(place: Axis, series: string): Slot | undefined;
}

/** The marks of a chart, and the table of the same numbers with a line for each place. */
export function drawn<Axis extends Place>(
	what: Drawn<Axis>,
): Pick<Answer, 'series' | 'places' | 'figures' | 'table'> {
	const { head, places, series, measure } = what;
	const alone = series.length === 1;
	const columns = series.flatMap(({ label }) => measure.heads(alone ? '' : label));
	return {
		series,
		places: places.map(({ id, label }) => ({ id, label })),
		figures: places.flatMap((place) => series.flatMap((each) => figureOf(what, place, each, alone))),
		table: {
			head: [head, ...columns],
			rows: places.map((place): readonly Cell[] => [
				place.name ?? place.label,
				...series.flatMap(({ id }) => measure.cells(what.slot(place, id)?.sum ?? nothing)),
			]),
		},
	};
}

function figureOf<Axis extends Place>(
	{ slot, measure }: Drawn<Axis>,
	place: Axis,
	{ id, label }: Series,
	alone: boolean,
): readonly Figure[] {
	const found = slot(place, id);
	if (!found) return [];
	const { sum, filters, overdue = false } = found;
	const name = place.name ?? place.label;
	const phrase = measure.phrase(sum);
	return [
		{
			...{ place: place.id, series: id, count: sum.count, value: measure.lengthOf(sum) },
			text: measure.text(sum),
			spoken: alone ? l10n.t('{0}: {1}.', name, phrase) : l10n.t('{0}, {1}: {2}.', name, label, phrase),
			...{ overdue, filters },
		},
	];
}
