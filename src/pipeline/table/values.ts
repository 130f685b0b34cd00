import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { folded } from '../../text/folded.ts';
import type { ColumnContext, ColumnValues } from '../columns/column.ts';
import type { ColumnValue } from '../messages/lines.ts';
import { mostValues } from '../wishes/filter.ts';
import { nothingText } from './grouped.ts';
import type { RowTest } from './tests.ts';
import type { Turns } from './turns.ts';

interface Ground {
	readonly rows: readonly ListedReferral[];
	/** What rows must pass. */
	readonly tests: readonly RowTest[];
	readonly context: ColumnContext;
	readonly turns: Turns;
}

/** The values of rows, the most frequent ones first; more than can be checked are left out. */
export async function valuesIn(
	values: ColumnValues,
	{ rows, tests, context, turns }: Ground,
): Promise<{ readonly values: readonly ColumnValue[]; readonly more: boolean }> {
	const counts = new Counts();
	await turns.each(rows.length, 64, (from, to) => {
		for (let at = from; at < to; at++) {
			const row = rows[at];
			if (row && tests.every((test) => test(row))) counts.add(values.of(row, context));
		}
	});
	const all = counts.inOrder;
	const told = all.slice(0, mostValues).map(({ value, count }) => ({
		...{ value, label: value === '' ? nothingText() : values.label(value, context) },
		count: context.presenter.count(count),
	}));
	return { values: told, more: all.length > told.length };
}

class Counts {
	readonly #byValue = new Map<string, { readonly value: string; count: number }>();
	readonly #byKey = new Map<string, { readonly value: string; count: number }>();

	add(values: string | readonly string[]): void {
		if (typeof values === 'string') this.#of(values).count++;
		else if (values.length === 0) this.#of('').count++;
		else for (const each of new Set(values.map((value) => this.#of(value)))) each.count++;
	}

	get inOrder() {
		return [...this.#byKey.values()].sort((one, other) => other.count - one.count);
	}

	#of(value: string) {
		const before = this.#byValue.get(value);
		if (before) return before;
		const key = folded(value);
		const found = this.#byKey.get(key) ?? { value: key === '' ? '' : value, count: 0 };
		this.#byKey.set(key, found);
		this.#byValue.set(value, found);
		return found;
	}
}
