import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { dateFormat } from '../../../referral/formats.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { plural } from '../../../text/plural.ts';
import { columnIds } from '../figures/columnIds.ts';
import { day, midnightOf } from '../figures/days.ts';
import { daysFrom, filtersOf } from '../figures/filters.ts';
import { drawn } from '../figures/marks.ts';
import { measureIn } from '../figures/measure.ts';
import type { Answer, Asked, Question, Tally } from '../figures/question.ts';
import { inOneText, nothingText } from '../figures/sentences.ts';
import { noWorth, Tallied } from '../figures/worths.ts';

/** Which new referrals run out on which of the next days, in UTC as days are in the table. */
export const expires: Question = {
	id: 'expires',
	columns: () => [columnIds.timeLeft],
	begin: (asked) => new Expiring(asked),
};

const [days, soon] = [30, 7];
const seriesId = 'new';

class Expiring implements Tally {
	readonly #presenter: Presenter;
	readonly #now: number;
	/** By the midnight at which the day begins. */
	readonly #days = new Tallied<number>();
	#all = 0;
	#soon = 0;
	#over = 0;

	constructor({ presenter, now }: Asked) {
		this.#presenter = presenter;
		this.#now = now;
	}

	add({ expiry }: ListedReferral): void {
		if (Number.isNaN(expiry)) return;
		this.#all += 1;
		if (expiry < this.#now) this.#over += 1;
		else if (expiry <= this.#now + soon * day) this.#soon += 1;
		this.#days.add(midnightOf(expiry), noWorth);
	}

	answer(): Answer {
		const today = midnightOf(this.#now);
		const format = dateFormat(this.#presenter.locale, 'day', 'UTC');
		const places = Array.from({ length: days }, (_, place) => {
			const begins = today + place * day;
			return { id: isoDay(begins), label: format.format(begins), begins };
		});
		return {
			title: l10n.t('What expires in the next 30 days?'),
			sentence: this.#all === 0 ? nothingText() : inOneText(this.#soonText(), this.#overText()),
			shape: 'calendar',
			choices: [],
			...drawn({
				...{ head: l10n.t('Day'), places },
				series: [{ id: seriesId, label: l10n.t('New referrals') }],
				measure: measureIn(undefined, this.#presenter),
				slot: ({ begins }) => ({
					sum: this.#days.in(begins, undefined),
					filters: filtersOf({ [columnIds.timeLeft]: daysFrom({ from: begins, to: begins }) }),
				}),
			}),
		};
	}

	#soonText(): string {
		const [count, all] = [this.#presenter.count(this.#soon), this.#presenter.count(this.#all)];
		return plural(this.#soon, {
			one: l10n.t(
				'{0} of {1} new referrals with an expiry date expires within {2} days.',
				...[count, all, soon],
			),
			other: l10n.t(
				'{0} of {1} new referrals with an expiry date expire within {2} days.',
				...[count, all, soon],
			),
		});
	}

	#overText(): string {
		if (this.#over === 0) return '';
		const count = this.#presenter.count(this.#over);
		return plural(this.#over, {
			one: l10n.t('{0} has passed its date.', count),
			other: l10n.t('{0} have passed their dates.', count),
		});
	}
}

/** Such as "2026-11-29". */
function isoDay(instant: number): string {
	return new Date(instant).toISOString().slice(0, 10);
}
