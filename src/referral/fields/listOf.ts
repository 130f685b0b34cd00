/**
 * What the documentation has as a list, and the service sends as one object now and then, as a list: one value is a list of
 * one, and nothing, or an object without anything in it, a list of none.
 */
export function listOf(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	return isNothing(value) ? none : [value];
}

const none: readonly unknown[] = [];

function isNothing(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
