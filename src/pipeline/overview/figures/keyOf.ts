import { folded } from '../../../text/folded.ts';

/** What tells a value of a column from others, as the table does: values are the same when they fold to the same. */
export function keyOf(text: string): string {
	if (text.length > longest) return folded(text);
	const before = known.get(text);
	if (before !== undefined) return before;
	const key = folded(text);
	if (known.size >= most) known.clear();
	known.set(text, key);
	return key;
}

// Each row asks, and most of them have one of a few.
const known = new Map<string, string>();
const [most, longest] = [2_000, 200];
