const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const wanted = [...'"value"'].map((letter) => letter.charCodeAt(0));

/**
 * The elements of a list that stands in JSON, each as the bytes that it came in.
 * @param bytes an object that has the list as its `value`
 * @param count how many there should be
 * @returns undefined where there are not as many, as when it has two lists
 */
export function elementsIn(bytes: Uint8Array, count: number): readonly Uint8Array[] | undefined {
	const start = listStart(bytes);
	if (start === undefined) return undefined;
	const elements = apart(bytes, start);
	return elements.length === count ? elements : undefined;
}

/** Whether JSON has more values than that, or is deeper, which is seen without reading it. */
export function exceeds(bytes: Uint8Array, values: number, levels: number): boolean {
	let count = 0;
	const end = walk(bytes, 0, (at, depth) => {
		if (bytes[at] !== closeList && bytes[at] !== closeObject) count += 1;
		return count > values || depth > levels;
	});
	return end < bytes.length;
}

/** The elements that stand one after the other, with a comma between them, up to the end of their list or of the bytes. */
export function apart(bytes: Uint8Array, start = 0): readonly Uint8Array[] {
	const elements: Uint8Array[] = [];
	let from = start;
	const end = walk(bytes, start, (at, depth) => {
		if (depth === 0 && bytes[at] === comma) {
			elements.push(bytes.subarray(from, at));
			from = at + 1;
		}
		return depth < 0;
	});
	return [...elements, bytes.subarray(from, end)];
}

/** Elements one after the other, with a comma between them. */
export function together(elements: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(elements.reduce((all, { length }) => all + length + 1, 0)).fill(comma);
	let at = 0;
	for (const element of elements) {
		bytes.set(element, at);
		at += element.length + 1;
	}
	return bytes.subarray(0, -1);
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
