import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { compactMoneyText } from '../../../referral/money.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { plural } from '../../../text/plural.ts';
import type { ChartChoices, MarkFilters } from '../../messages/chart.ts';
import { columnIds } from '../figures/columnIds.ts';
import { day, instantOf, midnightOf, monthOf } from '../figures/days.ts';
import { daysFrom, filtersOf, oneOf } from '../figures/filters.ts';
import { drawn } from '../figures/marks.ts';
import { currencyOf, mayMeasureValue, measureChoices, measureIn } from '../figures/measure.ts';
import type { Answer, Asked, Question, Tally } from '../figures/question.ts';
import { inOneText, nothingText, openText } from '../figures/sentences.ts';
import { activeKey, freshKey, statusKeyOf } from '../figures/stages.ts';
import { months, noId, type Periods, quarters, type Stretch, Timeline } from '../figures/timeline.ts';
import { Tallied } from '../figures/worths.ts';

/** When open deals are expected to close, and which of them should have. */
export const closes: Question = {
	id: 'closes',
	columns: (chosen) => [
		...[columnIds.status, columnIds.closing, columnIds.closeMonth],
		...(mayMeasureValue(chosen, 'value') ? [columnIds.currency] : []),
	],
	begin: (asked) => new Closing(asked),
};

const [ahead, overdue, quarter] = ['ahead', 'overdue', 'quarter'] as const;
const reach = { 1: { before: 6, after: 17 }, 3: { before: 4, after: 7 } } as const;
const open = oneOf('New', 'Active');

class Closing implements Tally {
	readonly #presenter: Presenter;
	readonly #asked: Asked;
	readonly #periods: Periods;
	/** By the month at which a period begins; NaN for those without a date. */
	readonly #ahead = new Tallied<number>();
	readonly #overdue = new Tallied<number>();
	readonly #today: number;

	constructor(asked: Asked) {
		const { presenter, now, fiscalYearStart, chosen } = asked;
		this.#asked = asked;
		this.#presenter = presenter;
		this.#today = midnightOf(now);
		this.#periods =
			chosen.by === quarter ? quarters(fiscalYearStart, presenter.locale) : months(presenter.locale);
	}

	add(row: ListedReferral): void {
		const status = statusKeyOf(row);
		if (status !== freshKey && status !== activeKey) return;
		const closing = instantOf(row.referral.details?.closingDateTime);
		const tallied = closing < this.#today ? this.#overdue : this.#ahead;
		tallied.add(this.#periods.beginOf(monthOf(closing)), row);
	}

	answer(currencies: readonly string[]): Answer {
		const currency = currencyOf(this.#asked.chosen, 'value', currencies);
		const found = [...this.#ahead.places, ...this.#overdue.places];
		const line = new Timeline(this.#periods, this.#asked.now, reach[this.#periods.length], found);
		const at = (tallied: Tallied<number>) => tallied.widened((begins) => line.idOf(begins));
		const sums = { [ahead]: at(this.#ahead), [overdue]: at(this.#overdue) };
		const label = l10n.t('No close date');
		const none = { id: noId, label, name: label, from: undefined, to: undefined };
		return {
			title: l10n.t('When do open deals close?'),
			sentence: this.#sentence(currency),
			shape: 'columns',
			choices: [this.#choices(), ...measureChoices(currency, currencies)],
			...drawn({
				head: this.#periods.length === 1 ? l10n.t('Month') : l10n.t('Quarter'),
				places: found.some(Number.isNaN) ? [...line.stretches, none] : line.stretches,
				series: [
					{ id: ahead, label: l10n.t('To come') },
					{ id: overdue, label: l10n.t('Overdue') },
				],
				measure: measureIn(currency, this.#presenter),
				slot: (stretch, series) => {
					const filters = this.#filters(stretch, series === overdue, currency);
					const sum = series === overdue ? sums.overdue : sums.ahead;
					return filters && { sum: sum.in(stretch.id, currency), overdue: series === overdue, filters };
				},
			}),
		};
	}

	/** Undefined where nothing can be: what is to come is not in the past. */
	#filters(stretch: Stretch, late: boolean, currency: string | undefined): MarkFilters | undefined {
		const { id, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = stretch;
		const today = this.#today;
		if (id === noId)
			return late
				? undefined
				: filtersOf({ [columnIds.status]: open, [columnIds.closeMonth]: oneOf('') }, currency);
		if (late ? from >= today : to < today) return undefined;
		const days = late
			? { from: stretch.from, to: Math.min(to, today - day) }
			: { from: Math.max(from, today), to: stretch.to };
		return filtersOf({ [columnIds.status]: open, [columnIds.closing]: daysFrom(days) }, currency);
	}

	#sentence(currency: string | undefined): string {
		const current = this.#periods.beginOf(monthOf(this.#today));
		const period = this.#periods.name(current);
		const all = (tallied: Tallied<number>) => tallied.sum(currency);
		const [late, rest, due] = [all(this.#overdue), all(this.#ahead), this.#ahead.in(current, currency)];
		const undated = this.#ahead.in(Number.NaN, undefined).count;
		if (late.count + rest.count === 0) return nothingText();
		if (currency !== undefined) {
			const text = (value: number) => compactMoneyText(value, currency.toUpperCase(), this.#presenter.locale);
			return l10n.t(
				'Of {0} in open referrals, {1} is past its expected close date, and {2} is expected to close in {3}.',
				...[text(late.value + rest.value), text(late.value), text(due.value), period],
			);
		}
		return inOneText(
			pastText(late.count, openText(late.count + rest.count, this.#presenter), this.#presenter),
			dueText(due.count, period, this.#presenter),
			undated > 0 ? undatedText(undated, this.#presenter) : '',
		);
	}

	#choices(): ChartChoices {
		return {
			label: l10n.t('Period'),
			chosen: this.#asked.chosen.by === quarter ? quarter : 'month',
			options: [
				{ id: 'month', label: l10n.t('Months') },
				{ id: quarter, label: l10n.t('Fiscal quarters') },
			],
		};
	}
}

function pastText(count: number, all: string, presenter: Presenter): string {
	const number = presenter.count(count);
	return plural(count, {
		one: l10n.t('{0} of {1} is past its expected close date.', number, all),
		other: l10n.t('{0} of {1} are past their expected close date.', number, all),
	});
}

function dueText(count: number, period: string, presenter: Presenter): string {
	const number = presenter.count(count);
	return plural(count, {
		one: l10n.t('{0} more is expected to close in {1}.', number, period),
		other: l10n.t('{0} more are expected to close in {1}.', number, period),
	});
}

function undatedText(count: number, presenter: Presenter): string {
	const number = presenter.count(count);
	return plural(count, {
		one: l10n.t('{0} has no close date.', number),
		other: l10n.t('{0} have no close date.', number),
	});
}
