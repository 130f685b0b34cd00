import { setImmediate as later } from 'node:timers/promises';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import { elementSpans } from './elementSpans.ts';

/**
 * Elements that are packed together. More would be packed only a little better, and what is made to read one of them
 * would be garbage of a size that V8 frees late.
 */
const together = 25;

/**
 * The elements of a page for as long as its rows are there, once packed in a tenth of the memory that they take as JSON
 * values: nobody looks at all of most referrals. Nothing of it is ever on disk.
 */
export class KeptPage {
	#elements: readonly unknown[] | undefined;
	#body: Uint8Array | undefined;
	#parts: readonly Part[] = [];

	/** @param body what the elements were read from */
	constructor(elements: readonly unknown[], body: Uint8Array) {
		this.#elements = elements;
		this.#body = body;
	}

	/** Makes the page small, once whoever waits for it has it. */
	pack(): void {
		void later()
			.then(() => this.#pack())
			.catch(() => {});
	}

	/** The element at a place, as it came. */
	element(index: number): unknown {
		if (this.#elements) return this.#elements[index];
		return this.#parts[Math.floor(index / together)]?.elements[index % together];
	}

	/** Where that can't be done, it stays as it is. */
	async #pack(): Promise<void> {
		const [body, count] = [this.#body, this.#elements?.length];
		const spans = body && count && elementSpans(body, { count, together });
		// Packed bytes do without the body, values don't need it.
		this.#body = undefined;
		if (!spans) return;
		this.#parts = await Promise.all(spans.map(([start, end]) => packed(body.subarray(start, end))));
		this.#elements = undefined;
	}
}

class Part {
	readonly #packed: Uint8Array;
	/** So that whoever goes from row to row reads each part once, and nobody keeps what was read. */
	#read: WeakRef<readonly unknown[]> | undefined;

	constructor(packed: Uint8Array) {
		this.#packed = packed;
	}

	get elements(): readonly unknown[] {
		const known = this.#read?.deref();
		if (known) return known;
		const elements = this.#unpacked();
		this.#read = new WeakRef(elements);
		return elements;
	}

	#unpacked(): readonly unknown[] {
		const elements: unknown = JSON.parse(`[${inflateRawSync(this.#packed)}]`);
		return Array.isArray(elements) ? elements : [];
	}
}

function packed(bytes: Uint8Array): Promise<Part> {
	return new Promise((resolve, reject) => {
		// The fastest level takes a sixth more room than the usual one and half of its time, on another thread.
		deflateRaw(bytes, { level: 1 }, (failure, result) => {
			// A copy, since what zlib hands out may be a small part of a large buffer.
			if (failure) reject(failure);
			else resolve(new Part(new Uint8Array(result)));
		});
	});
}
