import type { Query } from '../query.ts';
import { resolveWhen } from '../when.ts';

type Conditions = Omit<Query, 'sort'>;

/**
 * Conditions as they were read out of a text, in which relative dates stood as instants; those that are as they were
 * shown become relative again.
 * @param before what was put into the text
 * @param shownAt when, in milliseconds since 1970
 */
export function relativeAgain(read: Conditions, before: Conditions, shownAt: number): Conditions {
	const updatedSince = untouched(read.updatedSince, before.updatedSince, shownAt);
	const updatedBefore = untouched(read.updatedBefore, before.updatedBefore, shownAt);
	return { ...read, ...(updatedSince && { updatedSince }), ...(updatedBefore && { updatedBefore }) };
}

function untouched(
	read: string | undefined,
	before: string | undefined,
	shownAt: number,
): string | undefined {
	return before !== undefined && read === resolveWhen(before, shownAt) ? before : read;
}
