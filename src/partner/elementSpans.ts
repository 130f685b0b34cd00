const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const wanted = [...'"value"'].map((letter) => letter.charCodeAt(0));

/**
 * Where the elements of a list stand in its bytes, some of them together; the comma between two spans is in neither.
 * @param bytes an object in JSON that has the list as its `value`
 * @returns undefined where there are not as many elements as there should be, as when it has two lists
 */
export function elementSpans(
	bytes: Uint8Array,
	{ count, together }: { readonly count: number; readonly together: number },
): readonly (readonly [start: number, end: number])[] | undefined {
	const start = listStart(bytes);
	if (start === undefined || count === 0) return undefined;
	const spans: [number, number][] = [];
	let [from, found] = [start, 0];
	const end = walk(bytes, start, (at, depth) => {
		if (depth < 0) return true;
		if (depth === 0 && bytes[at] === comma && ++found % together === 0) {
			spans.push([from, at]);
			from = at + 1;
		}
		return false;
	});
	spans.push([from, end]);
	return found + 1 === count ? spans : undefined;
}

/** Behind the bracket that opens the list. */
function listStart(bytes: Uint8Array): number | undefined {
	let key: readonly [number, number] = [0, 0];
	const at = walk(
		bytes,
		0,
		(place, depth) => depth === 2 && bytes[place] === openList && isWanted(bytes, key),
		(from, to, depth) => {
			if (depth === 1) key = [from, to];
		},
	);
	return at < bytes.length ? at + 1 : undefined;
}

function isWanted(bytes: Uint8Array, [from, to]: readonly [number, number]): boolean {
	return to - from === wanted.length && wanted.every((byte, index) => bytes[from + index] === byte);
}

/**
 * Goes through JSON from a place on, leaving out what stands in texts.
 * @param look is shown everything else, with how much deeper it is than the beginning; ends it with true
 * @returns where it ended
 */
function walk(
	bytes: Uint8Array,
	start: number,
	look: (at: number, depth: number) => boolean,
	passed?: (from: number, to: number, depth: number) => void,
): number {
	let depth = 0;
	for (let at = start; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === quote) {
			const from = at;
			at = endOfText(bytes, at);
			passed?.(from, at + 1, depth);
			continue;
		}
		if (byte === openList || byte === openObject) depth += 1;
		else if (byte === closeList || byte === closeObject) depth -= 1;
		else if (byte !== comma) continue;
		if (look(at, depth)) return at;
	}
	return bytes.length;
}

function endOfText(bytes: Uint8Array, start: number): number {
	let at = start + 1;
	while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
	return at;
}
