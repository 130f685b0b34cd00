import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { ChartId } from '../messages/chart.ts';
import type { Turns } from '../table/turns.ts';
import type { ColumnFilter } from '../wishes/filter.ts';
import { keyOf } from './figures/keyOf.ts';
import type { Answer, Asked, Question, Tally } from './figures/question.ts';

/** What charts are made of. */
export interface OverviewMaterial {
	/** All that are loaded of the query. */
	readonly rows: readonly ListedReferral[];
	/** Whether a row passes the filters of all columns but these. */
	matches(row: ListedReferral, without: ReadonlySet<string>): boolean;
	/** By column. */
	readonly filters: ReadonlyMap<string, ColumnFilter>;
	/** Whether all that the query finds is loaded. */
	readonly complete: boolean;
}

/** A question with what it is asked with. */
export interface Asking {
	readonly question: Question;
	readonly asked: Asked;
}

/**
 * Counts rows for all charts in one pass, in turns with others.
 * @param told is called with what is known, and again when what takes longer is known, too
 * @throws what the turns throw when they are ended
 */
export async function run(
	material: OverviewMaterial,
	askings: readonly Asking[],
	turns: Turns,
	told: (answers: ReadonlyMap<ChartId, Answer>) => void,
): Promise<void> {
	const counts = askings.map((asking) => ({ ...asking, tally: asking.question.begin(asking.asked) }));
	const groups = groupsOf(counts, material);
	const currencies = new Currencies();
	await turns.each(material.rows.length, rowsAtOnce, (from, to) => {
		for (const row of material.rows.slice(from, to)) {
			currencies.add(row);
			for (const { without, tallies } of groups)
				if (material.matches(row, without)) for (const tally of tallies) tally.add(row);
		}
	});
	const ordered = currencies.inOrder;
	const answers = new Map<ChartId, Answer>();
	for (const needsJson of [false, true]) {
		const asked = counts.filter(({ question }) => (question.needsJson === true) === needsJson);
		for (const { question, tally } of asked) {
			const work = tally.work?.();
			if (work) await turns.each(work.steps, 1, (at) => work.step(at));
			await turns.each(1, 1, () => answers.set(question.id, tally.answer(ordered)));
		}
		told(answers);
	}
}

/** So few that they take far less than a turn. */
const rowsAtOnce = 64;

interface Count extends Asking {
	readonly tally: Tally;
}

/** Those together that count the same rows: all that pass the filters of columns other than their own. */
function groupsOf(
	counts: readonly Count[],
	{ filters }: OverviewMaterial,
): readonly { readonly without: ReadonlySet<string>; readonly tallies: readonly Tally[] }[] {
	const ownOf = ({ question, asked }: Count) =>
		question.columns(asked.chosen).filter((column) => filters.has(column));
	const groups = Map.groupBy(counts, (count) => ownOf(count).sort().join('\n'));
	return [...groups.values()].map((group) => ({
		without: new Set(group.flatMap(ownOf)),
		tallies: group.map(({ tally }) => tally),
	}));
}

/** The currencies in which rows have values, whatever filters leave, so that the same ones can always be chosen. */
class Currencies {
	readonly #counts = new Map<string, number>();

	add({ currency, value }: ListedReferral): void {
		if (!Number.isNaN(value)) this.#counts.set(currency, (this.#counts.get(currency) ?? 0) + 1);
	}

	/** The most frequent one first. */
	get inOrder(): readonly string[] {
		const counts = new Map<string, number>();
		for (const [currency, count] of this.#counts)
			counts.set(keyOf(currency), (counts.get(keyOf(currency)) ?? 0) + count);
		return [...counts].sort(([, one], [, other]) => other - one).map(([currency]) => currency);
	}
}
