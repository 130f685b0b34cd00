import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Worth } from '../../listing/arranging/worth.ts';
import { compactMoneyText, moneyText } from '../../referral/money.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { TableColumn } from '../columns/column.ts';
import type { Turns } from './turns.ts';
import type { View } from './view.ts';

/** What referrals are worth, each currency by itself, added up one by one. */
class Sums {
	readonly #sums = new Map<string, { currency: string; value: number; count: number }>();
	#last: { currency: string; value: number; count: number } | undefined;

	add({ value, currency }: ListedReferral): void {
		if (Number.isNaN(value)) return;
		const sum = this.#last?.currency === currency ? this.#last : this.#of(currency);
		sum.value += value;
		sum.count += 1;
	}

	/** The most frequent one first. */
	get worth(): readonly Worth[] {
		return [...this.#sums.values()].sort((one, other) => other.count - one.count);
	}

	#of(currency: string) {
		const sum = this.#sums.get(currency) ?? { currency, value: 0, count: 0 };
		this.#sums.set(currency, sum);
		this.#last = sum;
		return sum;
	}
}

/** What the rows of a view are worth. */
export async function worthIn({ rows, places }: View, turns: Turns): Promise<readonly Worth[]> {
	const sums = new Sums();
	await turns.each(places?.length ?? rows.length, 1_024, (from, to) => {
		for (let at = from; at < to; at++) {
			const row = rows[places ? (places[at] ?? 0) : at];
			if (row) sums.add(row);
		}
	});
	return sums.worth;
}

/** How many currencies there is room for behind the name of a group, and in a cell. */
const [mostInGroup, mostInCell] = [3, 4];

/** What a group is worth, in short. */
export function shortWorth(worth: readonly Worth[], { locale }: Presenter): string {
	return listed(worth, mostInGroup, ({ value, currency }) => compactMoneyText(value, currency, locale));
}

/** A cell for each column: how many rows there are, and what they are worth once that is known, never added across currencies. */
export function totalsOf(
	columns: readonly TableColumn[],
	count: number,
	worth: readonly Worth[] | undefined,
	presenter: Presenter,
): readonly string[] {
	return columns.map(({ id }, at) => {
		if (at === 0) return presenter.count(count);
		return id === 'details.dealValue' ? fullWorth(worth ?? [], presenter) : '';
	});
}

function fullWorth(worth: readonly Worth[], { locale }: Presenter): string {
	return listed(worth, mostInCell, ({ value, currency }) => moneyText(value, currency, locale));
}

function listed(worth: readonly Worth[], most: number, textOf: (worth: Worth) => string): string {
	const shown = worth.slice(0, most).map((each) => oneLine(textOf(each)));
	return [...shown, ...(worth.length > most ? ['…'] : [])].join(' · ');
}
