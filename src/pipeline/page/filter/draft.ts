import type { Heading } from '../../messages/state.ts';
import type { ColumnFilter } from '../../wishes/filter.ts';

/** A filter while it is being changed, of whatever kind. */
export interface Draft {
	readonly words: string;
	readonly from: number | undefined;
	readonly to: number | undefined;
	readonly values: ReadonlySet<string>;
	readonly not: boolean;
}

/** What a filter is changed from. */
export function draftOf(filter: ColumnFilter | undefined): Draft {
	const empty: Draft = { words: '', from: undefined, to: undefined, values: new Set(), not: false };
	if (!filter) return empty;
	if (filter.kind === 'words') return { ...empty, words: filter.words };
	if (filter.kind === 'values') return { ...empty, values: new Set(filter.values), not: filter.not };
	return { ...empty, from: filter.from, to: filter.to };
}

/** What it is changed to; undefined where it lets every row through. Ends that are the wrong way round are turned. */
export function filterOf(
	{ words, from, to, values, not }: Draft,
	kind: Heading['filterKind'],
): ColumnFilter | undefined {
	if (kind === 'words') return words.trim() ? { kind, words: words.trim() } : undefined;
	if (kind === 'values') return values.size > 0 ? { kind, values: [...values], not } : undefined;
	if (from === undefined && to === undefined) return undefined;
	const [first, last] = from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
	return {
		kind,
		...(first === undefined ? {} : { from: first }),
		...(last === undefined ? {} : { to: last }),
	};
}

/** The draft with a value checked, or no longer. */
export function withValue(draft: Draft, value: string, checked: boolean): Draft {
	const values = new Set(draft.values);
	if (checked) values.add(value);
	else values.delete(value);
	return { ...draft, values };
}
