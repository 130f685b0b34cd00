import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { plural } from '../../../text/plural.ts';
import type { ColumnFilter } from '../../wishes/filter.ts';
import { columnIds } from '../figures/columnIds.ts';
import { day } from '../figures/days.ts';
import { filtersOf, oneOf } from '../figures/filters.ts';
import { drawn } from '../figures/marks.ts';
import { measureIn } from '../figures/measure.ts';
import type { Answer, Asked, Question, Tally } from '../figures/question.ts';
import { inOneText, nothingText, openText } from '../figures/sentences.ts';
import { activeKey, freshKey, statusKeyOf } from '../figures/stages.ts';
import { noWorth, Tallied } from '../figures/worths.ts';

/** How long open referrals have been in the stage in which they are. */
export const age: Question = {
	id: 'age',
	columns: () => [columnIds.status, columnIds.daysInStage],
	begin: (asked) => new Aging(asked),
};

/** The last day of each span but the last one, which is open. */
const ends = [7, 14, 30, 60, 90] as const;
const long = 30;
const [fresh, active] = ['New', 'Active'] as const;

class Aging implements Tally {
	readonly #presenter: Presenter;
	readonly #now: number;
	/** By the place of a span. */
	readonly #fresh = new Tallied<number>();
	readonly #active = new Tallied<number>();
	#long = 0;
	#unknown = 0;

	constructor({ presenter, now }: Asked) {
		this.#presenter = presenter;
		this.#now = now;
	}

	add(row: ListedReferral): void {
		const status = statusKeyOf(row);
		if (status !== freshKey && status !== activeKey) return;
		const { stageSince } = row;
		if (!(stageSince <= this.#now)) {
			this.#unknown += 1;
			return;
		}
		const days = Math.floor((this.#now - stageSince) / day);
		if (days > long) this.#long += 1;
		const place = ends.findIndex((end) => days <= end);
		const tallied = status === freshKey ? this.#fresh : this.#active;
		tallied.add(place < 0 ? ends.length : place, noWorth);
	}

	answer(): Answer {
		const spans = [...ends, Number.POSITIVE_INFINITY].map((to, place) => {
			const from = (ends[place - 1] ?? -1) + 1;
			return { id: `${from}`, place, label: spanText(from, to, this.#presenter), from, to };
		});
		return {
			title: l10n.t('How long have open referrals been in their stage?'),
			sentence: this.#sentence(),
			shape: 'columns',
			choices: [],
			...drawn({
				...{ head: l10n.t('Days in stage'), places: spans },
				series: [fresh, active].map((id) => ({ id, label: this.#presenter.status(id) })),
				measure: measureIn(undefined, this.#presenter),
				slot: ({ place, from, to }, series) => ({
					sum: (series === fresh ? this.#fresh : this.#active).in(place, undefined),
					filters: filtersOf({
						[columnIds.status]: oneOf(series),
						[columnIds.daysInStage]: numbers(from, to),
					}),
				}),
			}),
		};
	}

	#sentence(): string {
		const known = this.#fresh.sum(undefined).count + this.#active.sum(undefined).count;
		if (known + this.#unknown === 0) return nothingText();
		const [count, all] = [this.#presenter.count(this.#long), openText(known, this.#presenter)];
		const text = plural(this.#long, {
			one: l10n.t('{0} of {1} has been in its stage for more than {2} days.', ...[count, all, long]),
			other: l10n.t('{0} of {1} have been in their stage for more than {2} days.', ...[count, all, long]),
		});
		return inOneText(text, this.#unknownText());
	}

	#unknownText(): string {
		if (this.#unknown === 0) return '';
		const count = this.#presenter.count(this.#unknown);
		return plural(this.#unknown, {
			one: l10n.t("{0} more doesn't say since when.", count),
			other: l10n.t("{0} more don't say since when.", count),
		});
	}
}

function numbers(from: number, to: number): ColumnFilter {
	return { kind: 'numbers', from, ...(Number.isFinite(to) && { to }) };
}

function spanText(from: number, to: number, presenter: Presenter): string {
	const [first, last] = [presenter.count(from), presenter.count(to)];
	return Number.isFinite(to) ? l10n.t('{0}–{1} days', first, last) : l10n.t('{0} days or more', first);
}
