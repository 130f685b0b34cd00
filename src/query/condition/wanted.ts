/** What a condition looks for: one value, one of several, or whatever has none of some, those that say nothing included. */
export type Wanted<T extends string = string> = T | readonly T[] | { readonly not: readonly T[] };

/** The values that a condition names. */
export function valuesOf<T extends string>(wanted: Wanted<T>): readonly T[] {
	if (typeof wanted === 'string') return [wanted];
	return 'not' in wanted ? wanted.not : wanted;
}

/** Whether a condition leaves out what has one of its values. */
export function isNot(wanted: Wanted): boolean {
	return typeof wanted !== 'string' && 'not' in wanted;
}

/** The value, where it is a single one: the service documents a way to ask for that alone. */
export function singleOf<T extends string>(wanted: Wanted<T> | undefined): T | undefined {
	return typeof wanted === 'string' ? wanted : undefined;
}

/**
 * Tells of a value whether it is one that is looked for, in any letter case. What is missing is none of any values: so it is
 * not Poland either, as `ne` has it in OData 4.
 */
export function lookingFor(wanted: Wanted): (value: string | undefined) => boolean {
	const named = new Set(valuesOf(wanted).map((each) => each.toLowerCase()));
	const not = isNot(wanted);
	return (value) => (value !== undefined && named.has(value.toLowerCase())) !== not;
}

/**
 * The one form of a condition for some values, whatever their order and however often each is there.
 * @param values at least one
 * @param order of those that have one; others go by their letters
 */
export function wantedFor<T extends string>(
	values: Iterable<T>,
	{ not, order = [] }: { readonly not: boolean; readonly order?: readonly string[] },
): Wanted<T> {
	const sorted = [...new Set(values)].sort((one, other) => {
		const place = order.indexOf(one) - order.indexOf(other);
		return place === 0 ? Number(one > other) - Number(one < other) : place;
	});
	const [first] = sorted;
	if (not) return { not: sorted };
	return first !== undefined && sorted.length === 1 ? first : sorted;
}
