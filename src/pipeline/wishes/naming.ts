import { knownField } from '../../referral/fields/known.ts';
import type { ColumnFilter } from './filter.ts';

/** Columns that are worked out and name nobody. */
const nameless: ReadonlySet<string> = new Set([
	'stage',
	'attention',
	'news',
	'category',
	'closeMonth',
	'closeQuarter',
]);

/** The filters that name nobody: what somebody typed, or chose of what names customers or people, is not among them. */
export function withoutNames(filters: ReadonlyMap<string, ColumnFilter>): ReadonlyMap<string, ColumnFilter> {
	return new Map(
		[...filters].filter(
			([column, { kind }]) => kind !== 'words' && (kind !== 'values' || isNameless(column)),
		),
	);
}

function isNameless(column: string): boolean {
	const sensitivity = knownField(column.split('.'))?.sensitivity;
	return nameless.has(column) || sensitivity === 'open' || sensitivity === 'business';
}
