// Marks that embed, override or isolate bidirectional text, zero-width characters, soft hyphens, annotations, the
// byte order mark, tags, and half surrogate pairs.
const invisible =
	/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** Text from a stranger without the marks that reorder or hide the text around them. */
export function visible(text: string): string {
	return text.replace(invisible, '');
}

/** JSON text in which those marks are escaped, so that they are seen and stand for the same as before. */
export function visibleJson(json: string): string {
	return json.replace(escapable, escapes);
}

// In runs, because a text may be nothing else for a megabyte.
const escapable = new RegExp(`(?:${invisible.source}|[\\u007f-\\u009f\\u2028\\u2029])+`, 'gu');

function escapes(run: string): string {
	const units = new Array<string>(run.length);
	for (let index = 0; index < run.length; index++) units[index] = escapeOf(run.charCodeAt(index));
	return units.join('');
}

const known = new Map<number, string>();

function escapeOf(unit: number): string {
	const written = known.get(unit) ?? `\\u${unit.toString(16).padStart(4, '0')}`;
	known.set(unit, written);
	return written;
}
