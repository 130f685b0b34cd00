import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { numberFormat } from '../../../referral/formats.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { plural } from '../../../text/plural.ts';
import { stageOf } from '../../columns/workedOut.ts';
import { columnIds } from '../figures/columnIds.ts';
import { instantOf, monthOf } from '../figures/days.ts';
import { daysFrom, filtersOf, oneOf } from '../figures/filters.ts';
import { keyOf } from '../figures/keyOf.ts';
import { drawn } from '../figures/marks.ts';
import { measureIn } from '../figures/measure.ts';
import type { Answer, Asked, Question, Tally } from '../figures/question.ts';
import { inOneText, nothingText } from '../figures/sentences.ts';
import { months, Timeline } from '../figures/timeline.ts';
import { noWorth, Tallied } from '../figures/worths.ts';

/** How deals ended, by month. */
export const outcome: Question = {
	id: 'outcome',
	columns: () => [columnIds.stage, columnIds.ended],
	begin: (asked) => new Ending(asked),
};

const reach = { before: 23, after: 0 };
const ends = ['Won', 'Lost', 'Declined', 'Expired'] as const;
type End = (typeof ends)[number];
const endOf: ReadonlyMap<string, End> = new Map(ends.map((end) => [keyOf(`Closed/${end}`), end]));

class Ending implements Tally {
	readonly #presenter: Presenter;
	readonly #now: number;
	/** By month. */
	readonly #ends: ReadonlyMap<End, Tallied<number>> = new Map(ends.map((end) => [end, new Tallied()]));
	#updated = 0;

	constructor({ presenter, now }: Asked) {
		this.#presenter = presenter;
		this.#now = now;
	}

	add(row: ListedReferral): void {
		const end = endOf.get(keyOf(stageOf(row)));
		if (end === undefined) return;
		const closed = instantOf(row.referral.closedDateTime);
		const ended = Number.isNaN(closed) ? instantOf(row.referral.updatedDateTime) : closed;
		if (Number.isNaN(ended)) return;
		if (Number.isNaN(closed)) this.#updated += 1;
		this.#ends.get(end)?.add(monthOf(ended), noWorth);
	}

	answer(): Answer {
		const found = new Set([...this.#ends.values()].flatMap(({ places }) => [...places]));
		const line = new Timeline(months(this.#presenter.locale), this.#now, reach, found);
		const sums = new Map(
			[...this.#ends].map(([end, tallied]) => [`${end}`, tallied.widened((month) => line.idOf(month))]),
		);
		return {
			title: l10n.t('How do deals end?'),
			sentence: this.#sentence(),
			shape: 'columns',
			choices: [],
			...drawn({
				...{ head: l10n.t('Month'), places: line.stretches },
				series: ends.map((id) => ({ id, label: this.#presenter.status(id) })),
				measure: measureIn(undefined, this.#presenter),
				slot: (stretch, end) => {
					const filters = { [columnIds.stage]: oneOf(`Closed/${end}`), [columnIds.ended]: daysFrom(stretch) };
					const sum = sums.get(end)?.in(stretch.id, undefined);
					return sum && { sum, filters: filtersOf(filters) };
				},
			}),
		};
	}

	#countOf(end: End): number {
		return this.#ends.get(end)?.sum(undefined).count ?? 0;
	}

	/** The rate is of what was won or lost, since whatever nobody answered says nothing of how well deals go. */
	#sentence(): string {
		const [won, lost, declined, expired] = ends.map((end) => this.#countOf(end));
		const decided = (won ?? 0) + (lost ?? 0);
		const left = (declined ?? 0) + (expired ?? 0);
		if (decided + left === 0) return nothingText();
		const text = (count = 0) => this.#presenter.count(count);
		const rate = numberFormat(this.#presenter.locale, { style: 'percent', maximumFractionDigits: 0 });
		return inOneText(
			decided === 0
				? l10n.t('Nothing was won or lost.')
				: l10n.t(
						'Win rate {0}: {1} won, {2} lost.',
						...[rate.format((won ?? 0) / decided), text(won), text(lost)],
					),
			left === 0
				? ''
				: l10n.t('Declined ({0}) and expired ones ({1}) are left out.', text(declined), text(expired)),
			this.#updatedText(),
		);
	}

	#updatedText(): string {
		if (this.#updated === 0) return '';
		const count = this.#presenter.count(this.#updated);
		return plural(this.#updated, {
			one: l10n.t('{0} has no closing date and stands in the month of its last update.', count),
			other: l10n.t('{0} have no closing date and stand in the month of their last update.', count),
		});
	}
}
