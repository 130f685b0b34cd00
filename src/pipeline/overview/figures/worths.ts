import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { keyOf } from './keyOf.ts';

/** How many referrals there are, and what they are worth together. */
export interface Sum {
	readonly count: number;
	readonly value: number;
}

export const nothing: Sum = { count: 0, value: 0 };

/** What was counted at one place, by currency, since nobody knows at which rates to add them up. */
class Worths {
	readonly #sums = new Map<string, { count: number; value: number }>();

	add({ currency, value }: Worth): void {
		const key = keyOf(currency);
		let sum = this.#sums.get(key);
		if (!sum) {
			sum = { count: 0, value: 0 };
			this.#sums.set(key, sum);
		}
		sum.count += 1;
		if (!Number.isNaN(value)) sum.value += value;
	}

	/** Adds what was counted at another place. */
	take(other: Worths): void {
		for (const [key, { count, value }] of other.#sums) {
			const sum = this.#sums.get(key) ?? nothing;
			this.#sums.set(key, { count: sum.count + count, value: sum.value + value });
		}
	}

	/** Of the referrals in a currency, whether they have a value or not; without one, how many there are of all. */
	in(currency: string | undefined): Sum {
		if (currency !== undefined) return this.#sums.get(currency) ?? nothing;
		let count = 0;
		for (const sum of this.#sums.values()) count += sum.count;
		return { count, value: 0 };
	}
}

/** What a referral is worth. */
export type Worth = Pick<ListedReferral, 'currency' | 'value'>;

/** What one is worth where only referrals are counted. */
export const noWorth: Worth = { currency: '', value: Number.NaN };

/** What was counted at several places. Currencies are meant by their keys; without one, referrals are counted whatever they are worth. */
export class Tallied<Place> {
	readonly #places = new Map<Place, Worths>();

	add(place: Place, worth: Worth): void {
		this.#at(place).add(worth);
	}

	/** The same at fewer places. */
	widened<Wider>(placeOf: (place: Place) => Wider): Tallied<Wider> {
		const wider = new Tallied<Wider>();
		for (const [place, worths] of this.#places) wider.#at(placeOf(place)).take(worths);
		return wider;
	}

	get places(): Iterable<Place> {
		return this.#places.keys();
	}

	/** At a place where there may be nothing. */
	in(place: Place, currency: string | undefined): Sum {
		return this.#places.get(place)?.in(currency) ?? nothing;
	}

	/** At all places that are so. */
	sum(currency: string | undefined, picks: (place: Place) => boolean = () => true): Sum {
		let [count, value] = [0, 0];
		for (const [place, worths] of this.#places) {
			if (!picks(place)) continue;
			const sum = worths.in(currency);
			count += sum.count;
			value += sum.value;
		}
		return { count, value };
	}

	#at(place: Place): Worths {
		let worths = this.#places.get(place);
		if (!worths) {
			worths = new Worths();
			this.#places.set(place, worths);
		}
		return worths;
	}
}
