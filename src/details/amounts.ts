import { isJsonObject } from '../partner/json.ts';
import { decimalIn } from '../partner/referral.ts';
import { listOf } from '../referral/fields/listOf.ts';
import { numberFormat } from '../referral/formats.ts';
import { moneyText } from '../referral/money.ts';
import type { Reader } from '../referral/rowText.ts';

/** So much of one currency. */
interface Amount {
	readonly value: number;
	/** In upper case; empty where none was sent. */
	readonly currency: string;
}

/** What solutions of one currency come to. */
export interface Total {
	readonly text: string;
	/** How many solutions are in it, in digits of the reader's language. */
	readonly counted: string;
	/** How many there are. */
	readonly all: string;
	/** Whether it is of all. */
	readonly isAll: boolean;
}

/** What a solution comes to: price times quantity, only where both were sent. */
export function amountOf(solution: unknown): Amount | undefined {
	if (!isJsonObject(solution)) return undefined;
	const [price, quantity] = [decimalIn(solution['price']), decimalIn(solution['quantity'])];
	if (price === undefined || quantity === undefined) return undefined;
	const value = price * quantity;
	const { currency } = solution;
	if (!Number.isFinite(value)) return undefined;
	return { value, currency: typeof currency === 'string' ? currency.trim().toUpperCase() : '' };
}

export function amountText({ value, currency }: Amount, { locale }: Reader): string {
	return moneyText(value, currency, locale);
}

/** What solutions come to, each currency by itself; nothing where no price times quantity is known. */
export function totalsOf(solutions: readonly unknown[], reader: Reader): readonly Total[] {
	const byCurrency = new Map<string, number[]>();
	for (const { value, currency } of solutions.flatMap((solution) => amountOf(solution) ?? []))
		byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), value]);
	const numbers = numberFormat(reader.locale);
	const all = solutions.filter((solution) => listOf(solution).length > 0).length;
	return [...byCurrency].flatMap(([currency, own]) => {
		const value = own.reduce((sum, each) => sum + each, 0);
		if (!Number.isFinite(value)) return [];
		return {
			text: amountText({ value, currency }, reader),
			counted: numbers.format(own.length),
			all: numbers.format(all),
			isAll: own.length === all,
		};
	});
}
