import type { Branch, Content } from '../../listing/arranging/arrangement.ts';
import { pairs } from '../../referral/pair.ts';
import type { ColumnFilter } from './filter.ts';

type Filters = ReadonlyMap<string, ColumnFilter>;

/** The filters of columns that leave what stands in a branch of the tree. */
export function filtersOf({ status, substatus, of }: Pick<Branch, 'status' | 'substatus' | 'of'>): Filters {
	if (of) return new Map([[columns[of.kind], filterFor(of)]]);
	if (status === undefined)
		return new Map([
			[
				'stage',
				valued(
					pairs.map(({ key }) => key),
					true,
				),
			],
		]);
	if (substatus === undefined) return new Map([['status', valued([status])]]);
	return new Map([['stage', valued([`${status}/${substatus}`])]]);
}

/** The columns that have what branches have in common. */
const columns = {
	expiring: 'attention',
	attention: 'attention',
	rule: 'attention',
	customer: 'customerProfile.name',
	country: 'customerProfile.address.country',
	category: 'category',
	colleague: 'colleagues',
	area: 'solutionAreas',
	month: 'closeMonth',
	quarter: 'closeQuarter',
} as const satisfies Record<Content['kind'], string>;

function filterFor(of: Content): ColumnFilter {
	switch (of.kind) {
		case 'expiring':
			return valued(['expiring']);
		case 'attention':
			// Whatever the reason is.
			return valued([''], true);
		case 'rule':
			return valued([of.rule]);
		case 'category':
			return valued([of.category]);
		case 'month':
		case 'quarter':
			return valued([Number.isNaN(of.begins) ? '' : `${of.begins}`]);
		default:
			return valued([of.text]);
	}
}

function valued(values: readonly string[], not = false): ColumnFilter {
	return { kind: 'values', values, not };
}
