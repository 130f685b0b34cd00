import type { ListedReferral } from './listed.ts';

/** What deals are worth in one currency. */
export interface Worth {
	/** In upper case; empty where none was sent. */
	readonly currency: string;
	readonly value: number;
	/** How many referrals have a value in it. */
	readonly count: number;
}

/** What referrals are worth, by currency, since nobody knows at which rates to add them up; the most frequent one first. */
export function worthOf(rows: Iterable<ListedReferral>): readonly Worth[] {
	const sums = new Map<string, { currency: string; value: number; count: number }>();
	for (const { value, currency } of rows) {
		if (Number.isNaN(value)) continue;
		const sum = sums.get(currency) ?? { currency, value: 0, count: 0 };
		sum.value += value;
		sum.count += 1;
		sums.set(currency, sum);
	}
	return [...sums.values()].sort((one, other) => other.count - one.count);
}
