/** The parts of a state that are other than before; a part that has gone is left as it was. */
export function changedParts<State extends object>(before: State, after: State): Partial<State> {
	const changed: Partial<State> = {};
	for (const key in after) if (!isSame(before[key], after[key])) changed[key] = after[key];
	return changed;
}

function isSame(before: unknown, after: unknown): boolean {
	return before === after || JSON.stringify(before) === JSON.stringify(after);
}
