/** The first ones of those that have most, in that order; of equal ones, the one that was there first. */
export function most<Each>(
	all: Iterable<Each>,
	sizeOf: (each: Each) => number,
	count: number,
): readonly Each[] {
	const found: { readonly each: Each; readonly size: number }[] = [];
	for (const each of all) {
		const size = sizeOf(each);
		const smallest = found.at(-1);
		if (found.length === count && smallest && smallest.size >= size) continue;
		const place = found.findIndex((other) => other.size < size);
		found.splice(place < 0 ? found.length : place, 0, { each, size });
		if (found.length > count) found.pop();
	}
	return found.map(({ each }) => each);
}
