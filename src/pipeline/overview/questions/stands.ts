import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { statuses } from '../../../referral/lifecycle.ts';
import { compactMoneyText } from '../../../referral/money.ts';
import { pairs } from '../../../referral/pair.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { stageOf } from '../../columns/workedOut.ts';
import { columnIds } from '../figures/columnIds.ts';
import { filtersOf, noneOf, oneOf } from '../figures/filters.ts';
import { keyOf } from '../figures/keyOf.ts';
import { Kinds } from '../figures/kinds.ts';
import { drawn, type Place, type Series, type Slot } from '../figures/marks.ts';
import { currencyOf, currencyText, mayMeasureValue, measureChoices, measureIn } from '../figures/measure.ts';
import type { Answer, Asked, Question, Tally } from '../figures/question.ts';
import { nothingText, referralsText } from '../figures/sentences.ts';
import { Tallied } from '../figures/worths.ts';

/** Where referrals stand in their life: a bar for each status and substatus. */
export const stands: Question = {
	id: 'stands',
	columns: (chosen) => [columnIds.stage, ...(mayMeasureValue(chosen, 'count') ? [columnIds.currency] : [])],
	begin: (asked) => new Standing(asked),
};

/** Of stages that nobody knows, the rarest stand together. */
const mostOthers = 8;
const [otherSeries, restId] = ['other', 'rest'];

/** A stage: a value of the column, what tells its status from others, and the words for it. */
interface Stage {
	readonly value: string;
	readonly status: string;
	readonly label: string;
}

interface Bar extends Place {
	readonly series: string;
}

class Standing implements Tally {
	readonly #presenter: Presenter;
	readonly #asked: Asked;
	readonly #kinds = new Kinds<Stage>();
	readonly #stages = new Tallied<string>();

	constructor(asked: Asked) {
		this.#asked = asked;
		this.#presenter = asked.presenter;
	}

	add(row: ListedReferral): void {
		const { status = '', substatus = '' } = row.referral;
		this.#stages.add(this.#keyFor(stageOf(row), status, substatus), row);
	}

	answer(currencies: readonly string[]): Answer {
		const currency = currencyOf(this.#asked.chosen, 'count', currencies);
		const places = this.#places();
		return {
			title: l10n.t('Where do referrals stand?'),
			sentence: currency === undefined ? this.#sentence() : this.#worth(currency),
			shape: 'bars',
			choices: measureChoices(currency, currencies),
			...drawn({
				head: l10n.t('Stage'),
				...{ places, series: this.#series(places) },
				measure: measureIn(currency, this.#presenter),
				slot: (place, series) => (place.series === series ? this.#slot(place, places, currency) : undefined),
			}),
		};
	}

	#keyFor(value: string, status: string, substatus: string): string {
		return this.#kinds.keyFor(value, () => {
			const words = [status, substatus].map((word) => this.#presenter.status(word));
			const label = words.filter((word) => word).join(' › ');
			return { value, status: keyOf(status), label: label || l10n.t('No status') };
		});
	}

	/** Those that are known in the order of a referral's life, others after them, the most frequent one first. */
	#places(): readonly Bar[] {
		const known = pairs.map(({ key, status, substatus }) => this.#keyFor(key, status, substatus));
		const others = [...this.#stages.places].filter((key) => !known.includes(key));
		const countOf = (key: string) => this.#stages.in(key, undefined).count;
		others.sort((one, other) => countOf(other) - countOf(one));
		const rest = { id: restId, label: l10n.t('Rarer ones'), series: otherSeries };
		const bars = [...known, ...others.slice(0, mostOthers)].map((id) => ({
			...{ id, label: this.#kinds.get(id)?.label ?? '' },
			series: statuses.find((each) => keyOf(each) === this.#kinds.get(id)?.status) ?? otherSeries,
		}));
		return others.length > mostOthers ? [...bars, rest] : bars;
	}

	#series(places: readonly Bar[]): readonly Series[] {
		const others = { id: otherSeries, label: l10n.t('Other statuses') };
		const known = statuses.map((id) => ({ id, label: this.#presenter.status(id) }));
		return places.some(({ series }) => series === otherSeries) ? [...known, others] : known;
	}

	#slot({ id }: Bar, places: readonly Bar[], currency: string | undefined): Slot {
		const valueAt = (key: string) => this.#kinds.get(key)?.value ?? key;
		if (id !== restId) {
			const filters = filtersOf({ [columnIds.stage]: oneOf(valueAt(id)) }, currency);
			return { sum: this.#stages.in(id, currency), filters };
		}
		const named = places.filter((place) => place.id !== restId).map((place) => place.id);
		return {
			sum: this.#stages.sum(currency, (key) => !named.includes(key)),
			filters: filtersOf({ [columnIds.stage]: noneOf(...named.map(valueAt)) }, currency),
		};
	}

	#of(status: string, currency?: string): { readonly count: number; readonly value: number } {
		return this.#stages.sum(currency, (key) => this.#kinds.get(key)?.status === keyOf(status));
	}

	#sentence(): string {
		const { count } = this.#stages.sum(undefined);
		if (count === 0) return nothingText();
		const all = referralsText(count, this.#presenter);
		const parts = statuses.map((status) => this.#presenter.count(this.#of(status).count));
		return l10n.t('{0}: {1} new, {2} active, {3} closed.', ...[all, ...parts]);
	}

	#worth(currency: string): string {
		const won = this.#stages.in(keyOf('Closed/Won'), currency).value;
		const open = this.#of('New', currency).value + this.#of('Active', currency).value;
		const text = (value: number) => compactMoneyText(value, currency.toUpperCase(), this.#presenter.locale);
		return l10n.t(
			'In {0}, open referrals are worth {1} and won ones {2}.',
			...[currencyText(currency), text(open), text(won)],
		);
	}
}
