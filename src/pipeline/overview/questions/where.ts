import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import type { ChartChoices } from '../../messages/chart.ts';
import { columnIds } from '../figures/columnIds.ts';
import { filtersOf, noneOf, oneOf } from '../figures/filters.ts';
import { Kinds } from '../figures/kinds.ts';
import { drawn, type Place, type Slot } from '../figures/marks.ts';
import { currencyOf, type Measure, mayMeasureValue, measureChoices, measureIn } from '../figures/measure.ts';
import { most } from '../figures/most.ts';
import type { Answer, Asked, Chosen, Question, Tally } from '../figures/question.ts';
import { nothingText, referralsText } from '../figures/sentences.ts';
import { Tallied } from '../figures/worths.ts';
import { type Side, sideIds, sides } from './sides.ts';

/** From where referrals come, for what, and who works on them. */
export const where: Question = {
	id: 'where',
	columns: (chosen) => [
		sides[sideOf(chosen)].column,
		...(mayMeasureValue(chosen, 'count') ? [columnIds.currency] : []),
	],
	begin: (asked) => new Coming(asked),
};

/** The others stand together. */
const mostPlaces = 12;
const [seriesId, otherId, noneId] = ['all', 'other', 'none'];

function sideOf({ by }: Chosen): (typeof sideIds)[number] {
	return sideIds.find((each) => each === by) ?? 'country';
}

/** A place, and the key of the value that it is for; none where it is for what is left. */
interface Spot extends Place {
	readonly key?: string;
}

class Coming implements Tally {
	readonly #asked: Asked;
	readonly #side: Side;
	/** A referral may have several values, so that those with the same ones are counted together. */
	readonly #rows = new Tallied<string>();
	readonly #keys = new Map<string, ReadonlySet<string>>();
	readonly #values = new Tallied<string>();
	/** Each as it was sent first. */
	readonly #sent = new Kinds<string>();

	constructor(asked: Asked) {
		this.#asked = asked;
		this.#side = sides[sideOf(asked.chosen)];
	}

	add(row: ListedReferral): void {
		const values = this.#side.valuesOf(row);
		const all = typeof values === 'string' ? values : values.join('\0');
		let keys = this.#keys.get(all);
		if (!keys) {
			keys = this.#keysOf(typeof values === 'string' ? [values] : values);
			this.#keys.set(all, keys);
		}
		this.#rows.add(all, row);
		for (const key of keys) this.#values.add(key, row);
	}

	#keysOf(values: readonly string[]): ReadonlySet<string> {
		const keys = new Set(values.map((value) => this.#sent.keyFor(value, () => value)));
		return keys.size > 0 ? keys : new Set(['']);
	}

	answer(currencies: readonly string[]): Answer {
		const currency = currencyOf(this.#asked.chosen, 'count', currencies);
		const measure = measureIn(currency, this.#asked.presenter);
		const places = this.#places(currency, measure);
		return {
			title: this.#side.title(),
			sentence: this.#sentence(places[0], measure, currency),
			shape: 'bars',
			choices: [this.#choices(), ...measureChoices(currency, currencies)],
			...drawn({
				...{ head: this.#side.label(), places, measure },
				series: [{ id: seriesId, label: l10n.t('Referrals') }],
				slot: (place) => this.#slot(place, places, currency),
			}),
		};
	}

	#places(currency: string | undefined, measure: Measure): readonly Spot[] {
		const found = [...this.#values.places].filter((key) => key !== '');
		const named = most(found, (key) => measure.lengthOf(this.#values.in(key, currency)), mostPlaces);
		const other = { id: otherId, label: l10n.t('Other') };
		const none = { id: noneId, label: this.#side.none(), key: '' };
		return [
			...named.map((key) => ({ id: `=${key}`, label: this.#labelOf(key), key })),
			...(found.length > named.length ? [other] : []),
			...(this.#values.in('', undefined).count > 0 ? [none] : []),
		];
	}

	#labelOf(key: string): string {
		return this.#side.labelOf(this.#sent.get(key) ?? key, this.#asked.presenter);
	}

	#slot({ key }: Spot, places: readonly Spot[], currency: string | undefined): Slot {
		const { column } = this.#side;
		const sentAs = (each: string) => this.#sent.get(each) ?? each;
		if (key !== undefined)
			return {
				sum: this.#values.in(key, currency),
				filters: filtersOf({ [column]: oneOf(sentAs(key)) }, currency),
			};
		const named = places.flatMap((place) => place.key ?? []);
		return {
			sum: this.#rows.sum(currency, (all) => !named.some((each) => this.#keys.get(all)?.has(each))),
			filters: filtersOf({ [column]: noneOf(...named.map(sentAs)) }, currency),
		};
	}

	#sentence(first: Spot | undefined, measure: Measure, currency: string | undefined): string {
		const all = this.#rows.sum(currency);
		if (all.count === 0) return nothingText();
		if (!first?.key) return l10n.t('{0} say nothing of it.', referralsText(all.count, this.#asked.presenter));
		const text = measure.text(this.#values.in(first.key, currency));
		return l10n.t('{0} has the most: {1} of {2}.', first.label, text, measure.text(all));
	}

	#choices(): ChartChoices {
		return {
			label: l10n.t('Split by'),
			chosen: sideOf(this.#asked.chosen),
			options: sideIds.map((id) => ({ id, label: sides[id].label() })),
		};
	}
}
