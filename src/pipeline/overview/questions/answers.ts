import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { numberFormat } from '../../../referral/formats.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { plural } from '../../../text/plural.ts';
import { columnIds } from '../figures/columnIds.ts';
import { day, instantOf, monthOf } from '../figures/days.ts';
import { daysFrom, filtersOf } from '../figures/filters.ts';
import { drawn } from '../figures/marks.ts';
import type { Measure } from '../figures/measure.ts';
import type { Answer, Asked, Question, Tally, Work } from '../figures/question.ts';
import { nothingText, referralsText } from '../figures/sentences.ts';
import { months, Timeline } from '../figures/timeline.ts';
import { nothing, type Sum } from '../figures/worths.ts';

/** How long it takes to accept a referral, by the month in which it was accepted. */
export const answers: Question = {
	id: 'answers',
	columns: () => [columnIds.accepted, columnIds.created],
	begin: (asked) => new Answering(asked),
};

const reach = { before: 23, after: 0 };
const [seriesId, allId] = ['median', 'all'];
/** Whoever has a date at all has a later one. */
const earliest = new Date(0).setUTCFullYear(0, 0, 1);

class Answering implements Tally {
	readonly #presenter: Presenter;
	readonly #now: number;
	/** The days that it took, by month. */
	readonly #days = new Map<number, number[]>();
	#lacking = false;
	#line: Timeline | undefined;
	/** By stretch, and of all. */
	readonly #sums = new Map<string, Sum>();

	constructor({ presenter, now }: Asked) {
		this.#presenter = presenter;
		this.#now = now;
	}

	add({ referral }: ListedReferral): void {
		const accepted = instantOf(referral.acceptedDateTime);
		if (Number.isNaN(accepted)) return;
		const created = instantOf(referral.createdDateTime);
		if (Number.isNaN(created)) {
			this.#lacking = true;
			return;
		}
		const month = monthOf(accepted);
		const days = this.#days.get(month);
		// Some are created in one go after they were accepted elsewhere.
		const took = Math.max(0, (accepted - created) / day);
		if (days) days.push(took);
		else this.#days.set(month, [took]);
	}

	/** To put days into order takes long enough to let others have their turn in between. */
	work(): Work {
		const line = new Timeline(months(this.#presenter.locale), this.#now, reach, this.#days.keys());
		const byStretch = Map.groupBy(this.#days, ([month]) => line.idOf(month));
		const lists = [...byStretch].map(([id, found]) => [id, found.map(([, days]) => days)] as const);
		this.#line = line;
		return {
			steps: lists.length + 1,
			step: (at) => {
				const [id, days] = lists[at] ?? [allId, [...this.#days.values()]];
				this.#sums.set(id, medianOf(days));
			},
		};
	}

	answer(): Answer {
		return {
			title: l10n.t('How long does it take to accept?'),
			sentence: this.#sentence(this.#sums.get(allId) ?? nothing),
			shape: 'columns',
			choices: [],
			...drawn({
				...{ head: l10n.t('Month'), places: this.#line?.stretches ?? [] },
				series: [{ id: seriesId, label: l10n.t('Median in days') }],
				measure: inDays(this.#presenter),
				slot: (stretch) => {
					const filters = {
						[columnIds.accepted]: daysFrom(stretch),
						[columnIds.created]: this.#lacking ? daysFrom({ from: earliest }) : undefined,
					};
					return { sum: this.#sums.get(stretch.id) ?? nothing, filters: filtersOf(filters) };
				},
			}),
		};
	}

	#sentence({ count, value }: Sum): string {
		if (count === 0) return nothingText();
		const [all, days] = [referralsText(count, this.#presenter), daysText(value, this.#presenter)];
		return plural(count, {
			one: l10n.t('{0} was accepted within {1}.', all, days),
			other: l10n.t('Half of {0} were accepted within {1}.', all, days),
		});
	}
}

/** Of the days in several lists: how many there are, and the median. */
function medianOf(lists: readonly (readonly number[])[]): Sum {
	const all = new Float64Array(lists.reduce((count, { length }) => count + length, 0));
	let end = 0;
	for (const list of lists) {
		all.set(list, end);
		end += list.length;
	}
	all.sort();
	const middle = (all.length - 1) / 2;
	const [below = 0, above = 0] = [all[Math.floor(middle)], all[Math.ceil(middle)]];
	return { count: all.length, value: (below + above) / 2 };
}

function daysText(days: number, { locale }: Presenter): string {
	const number = numberFormat(locale, { maximumFractionDigits: 1 }).format(days);
	return plural(days, { one: l10n.t('{0} day', number), other: l10n.t('{0} days', number) });
}

function inDays(presenter: Presenter): Measure {
	return {
		lengthOf: ({ value }) => value,
		text: ({ value }) => daysText(value, presenter),
		phrase: ({ count, value }) =>
			l10n.t('{0}, the median of {1}', daysText(value, presenter), referralsText(count, presenter)),
		heads: () => [l10n.t('Median in days'), l10n.t('Referrals')],
		cells: ({ count, value }) => [
			{ number: value, text: daysText(value, presenter) },
			{ number: count, text: presenter.count(count) },
		],
	};
}
