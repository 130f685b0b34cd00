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

	/**
	 * Makes the page small, once whoever waits for it has it.
	 * @param lastRead belongs to whoever keeps the page, and goes with them
	 */
	pack(lastRead: LastRead): void {
		void later()
			.then(() => this.#pack(lastRead))
			.catch(() => {});
	}

	/** The element at a place, as it came. */
	element(index: number): unknown {
		if (this.#elements) return this.#elements[index];
		return this.#parts[Math.floor(index / together)]?.elements[index % together];
	}

	/** Where that can't be done, it stays as it is. */
	async #pack(lastRead: LastRead): Promise<void> {
		const [body, count] = [this.#body, this.#elements?.length];
		const spans = body && count && elementSpans(body, { count, together });
		// Packed bytes do without the body, values don't need it.
		this.#body = undefined;
		if (!spans) return;
		const packs = spans.map(([start, end]) => packed(body.subarray(start, end)));
		this.#parts = (await Promise.all(packs)).map((bytes) => new Part(bytes, lastRead));
		this.#elements = undefined;
	}
}

/** What was read last out of some pages, so that whoever goes from row to row reads each part once. */
export interface LastRead {
	part?: object;
	elements?: readonly unknown[];
}

class Part {
	readonly #packed: Uint8Array;
	readonly #lastRead: LastRead;

	constructor(packed: Uint8Array, lastRead: LastRead) {
		this.#packed = packed;
		this.#lastRead = lastRead;
	}

	get elements(): readonly unknown[] {
		const known = this.#lastRead.part === this ? this.#lastRead.elements : undefined;
		const elements = known ?? this.#unpacked();
		Object.assign(this.#lastRead, { part: this, elements });
		return elements;
	}

	#unpacked(): readonly unknown[] {
		const elements: unknown = JSON.parse(`[${inflateRawSync(this.#packed)}]`);
		return Array.isArray(elements) ? elements : [];
	}
}

function packed(bytes: Uint8Array): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		// The fastest level takes a sixth more room than the usual one and half of its time, on another thread.
		deflateRaw(bytes, { level: 1 }, (failure, result) => {
			// A copy, since what zlib hands out may be a small part of a large buffer.
			if (failure) reject(failure);
			else resolve(new Uint8Array(result));
		});
	});
}
