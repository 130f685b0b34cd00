import { deflateRaw, inflateRawSync } from 'node:zlib';

/**
 * Elements that are packed together. More would be packed only a little better, and what is made to read one of them
 * would be garbage of a size that V8 frees late: an export of 100,000 left 170 MB of it behind, instead of some 30.
 */
const together = 20;

/**
 * The elements of a page for as long as its rows are there, once packed in a tenth of the memory that they take as JSON
 * values: nobody looks at all of most referrals. Nothing of it is ever on disk.
 */
export class KeptPage {
	readonly #parts: readonly Part[];

	constructor(elements: readonly unknown[]) {
		const starts = Array.from(
			{ length: Math.ceil(elements.length / together) },
			(_, part) => part * together,
		);
		this.#parts = starts.map((start) => new Part(elements.slice(start, start + together)));
	}

	/** Makes the page small, once whoever waits for it has it. */
	pack(): void {
		setImmediate(() => {
			for (const part of this.#parts) part.pack();
		});
	}

	/** The element at a place, as it came. */
	element(index: number): unknown {
		return this.#parts[Math.floor(index / together)]?.elements[index % together];
	}
}

/** What was read last, so that whoever goes from row to row reads each part once. */
let latest: { readonly part: Part; readonly elements: readonly unknown[] } | undefined;

class Part {
	#elements: readonly unknown[] | undefined;
	#packed: Uint8Array | undefined;

	constructor(elements: readonly unknown[]) {
		this.#elements = elements;
	}

	get elements(): readonly unknown[] {
		if (this.#elements) return this.#elements;
		if (latest?.part !== this) latest = { part: this, elements: this.#unpacked() };
		return latest.elements;
	}

	pack(): void {
		const text = textOf(this.#elements);
		if (text === undefined) return;
		// The fastest level takes a sixth more room than the usual one and half of its time, on another thread.
		deflateRaw(text, { level: 1 }, (failure, packed) => {
			if (failure) return;
			// A copy, since what zlib hands out may be a small part of a large buffer.
			this.#packed = new Uint8Array(packed);
			this.#elements = undefined;
		});
	}

	#unpacked(): readonly unknown[] {
		const elements: unknown = this.#packed && JSON.parse(inflateRawSync(this.#packed).toString());
		return Array.isArray(elements) ? elements : [];
	}
}

/** Undefined for what is nested deeper than it can be written, which then stays as it is. */
function textOf(elements: readonly unknown[] | undefined): string | undefined {
	try {
		return elements && JSON.stringify(elements);
	} catch {
		return undefined;
	}
}
