const prefix = 'saved:';

/** The element of a saved query's row. The grouping stands in it, as in those of all rows. */
export function savedElement(grouping: string, name: string): string {
	return `${prefix}${grouping}|${name}`;
}

/** The name of the saved query of an element, which may come from anybody; undefined for what is none. */
export function savedNameIn(element: unknown): string | undefined {
	if (typeof element !== 'string' || !element.startsWith(prefix)) return undefined;
	const end = element.indexOf('|');
	return end < 0 ? undefined : element.slice(end + 1);
}
