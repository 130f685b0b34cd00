import { setImmediate as later } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import { apart, elementsIn, together } from './elementBytes.ts';

const [deflated, inflated] = [promisify(deflateRaw), promisify(inflateRaw)];

/**
 * Elements that are packed together. More would be packed only a little better, and what is made to read one of them
 * would be garbage of a size that V8 frees late.
 */
const mostTogether = 25;

/**
 * The elements of a page for as long as their rows are there, once packed in a tenth of the memory that they take as JSON
 * values: nobody looks at all of most referrals. Nothing of it is ever on disk.
 */
export class KeptPage {
	/** How many elements came. */
	readonly size: number;
	#held: Held;
	/** Where those are that are still wanted, until nothing else is held. */
	#wanted: ReadonlySet<number> | undefined;
	#lastRead: LastRead = {};
	#work: Promise<void> = Promise.resolve();

	/** @param body what the elements were read from */
	constructor(elements: readonly unknown[], body: Uint8Array) {
		this.size = elements.length;
		this.#held = new Values(elements, undefined, body);
	}

	/**
	 * Makes the page small, once whoever waits for it has it.
	 * @param lastRead belongs to whoever keeps the page, and goes with them
	 */
	pack(lastRead: LastRead): void {
		this.#lastRead = lastRead;
		this.#packLater();
	}

	/** From now on, has only the elements at these places; the page becomes smaller by the others soon after. */
	keepOnly(places: ReadonlySet<number>): void {
		const all = () => Array.from({ length: this.size }, (_, place) => place);
		const had = [...(this.#wanted ?? this.#held.places ?? all())];
		const kept = had.filter((place) => places.has(place));
		if (kept.length === had.length) return;
		this.#wanted = new Set(kept);
		this.#packLater();
	}

	/** The element at a place, as it came; undefined where it isn't kept. */
	element(index: number): unknown {
		if (this.#wanted && !this.#wanted.has(index)) return undefined;
		const { places } = this.#held;
		return this.#held.at(places ? places.indexOf(index) : index, this.#lastRead);
	}

	/** The JSON that an element came as, letter by letter; undefined where it isn't kept. */
	text(index: number): string | undefined {
		if (this.#wanted && !this.#wanted.has(index)) return undefined;
		const { places } = this.#held;
		const bytes = this.#held.bytesAt(places ? places.indexOf(index) : index, this.#lastRead);
		return bytes && new TextDecoder().decode(bytes);
	}

	/**
	 * One after the other, so that none undoes what another did; where it can't be done, it stays as it is. The turn after the
	 * next, since in the next one the tree hears of the rows.
	 */
	#packLater(): void {
		this.#work = this.#work
			.then(() => later())
			.then(() => later())
			.then(() => this.#pack())
			.catch(() => {});
	}

	async #pack(): Promise<void> {
		const wanted = this.#wanted;
		this.#held = await this.#held.packed(wanted && Uint32Array.from(wanted));
		if (this.#wanted === wanted) this.#wanted = undefined;
	}
}

/** What was read last out of some pages, so that whoever goes from row to row reads each part once. */
export interface LastRead {
	part?: object;
	elements?: readonly unknown[] | undefined;
	bytes?: readonly Uint8Array[] | undefined;
}

/** Where elements came from on their page, in order; undefined for all of them. */
type Places = Uint32Array | undefined;

/** Some elements of a page. */
interface Held {
	readonly places: Places;
	/** The n-th of them. */
	at(position: number, lastRead: LastRead): unknown;
	/** The same as it came; undefined where only its value is known. */
	bytesAt(position: number, lastRead: LastRead): Uint8Array | undefined;
	/** Those at some of their places, or all, as small as can be. */
	packed(wanted: Places): Promise<Held>;
}

class Values implements Held {
	readonly places: Places;
	readonly #values: readonly unknown[];
	#body: Uint8Array | undefined;
	#bytes: readonly Uint8Array[] | undefined;

	constructor(values: readonly unknown[], places: Places, body?: Uint8Array) {
		this.#values = values;
		this.places = places;
		this.#body = body;
	}

	at(position: number): unknown {
		return this.#values[position];
	}

	bytesAt(position: number): Uint8Array | undefined {
		this.#bytes ??= this.#body && elementsIn(this.#body, this.#values.length);
		return this.#bytes?.[position];
	}

	async packed(wanted: Places): Promise<Held> {
		const elements = this.#bytes ?? (this.#body && elementsIn(this.#body, this.#values.length));
		// Packed bytes do without the body, values don't need it.
		this.#body = undefined;
		if (elements) return packedOf(elements, wanted);
		return wanted ? this.#only(wanted) : this;
	}

	#only(wanted: Uint32Array): Values {
		const { places } = this;
		const kept = Array.from(wanted, (place) => this.at(places ? places.indexOf(place) : place));
		return new Values(kept, wanted);
	}
}

class Packed implements Held {
	readonly places: Places;
	readonly #parts: readonly Part[];

	constructor(parts: readonly Part[], places: Places) {
		this.#parts = parts;
		this.places = places;
	}

	at(position: number, lastRead: LastRead): unknown {
		const part = this.#parts[Math.floor(position / mostTogether)];
		return part?.elements(lastRead)[position % mostTogether];
	}

	bytesAt(position: number, lastRead: LastRead): Uint8Array | undefined {
		const part = this.#parts[Math.floor(position / mostTogether)];
		return part?.elementBytes(lastRead)[position % mostTogether];
	}

	async packed(wanted: Places): Promise<Held> {
		if (!wanted) return this;
		const elements = await Promise.all(this.#parts.map((part) => part.bytes()));
		const { places } = this;
		const positions = places ? wanted.map((place) => places.indexOf(place)) : wanted;
		return packedOf(elements.flat(), wanted, positions);
	}
}

/** @param positions where those that are wanted are among the elements; all of them, when all are wanted */
async function packedOf(
	elements: readonly Uint8Array[],
	wanted: Places,
	positions = wanted,
): Promise<Packed> {
	const kept = positions ? elements.filter((_, position) => positions.includes(position)) : elements;
	const parts: Promise<Part>[] = [];
	for (let at = 0; at < kept.length; at += mostTogether)
		parts.push(Part.of(kept.slice(at, at + mostTogether)));
	return new Packed(await Promise.all(parts), wanted);
}

class Part {
	readonly #packed: Uint8Array;

	private constructor(packed: Uint8Array) {
		this.#packed = packed;
	}

	static async of(elements: readonly Uint8Array[]): Promise<Part> {
		// The fastest level takes a sixth more room than the usual one and half of its time, on another thread.
		const packed = await deflated(together(elements), { level: 1 });
		// A copy, since what zlib hands out may be a small part of a large buffer.
		return new Part(new Uint8Array(packed));
	}

	elements(lastRead: LastRead): readonly unknown[] {
		const last = this.#last(lastRead);
		last.elements ??= this.#unpacked();
		return last.elements;
	}

	elementBytes(lastRead: LastRead): readonly Uint8Array[] {
		const last = this.#last(lastRead);
		last.bytes ??= apart(inflateRawSync(this.#packed));
		return last.bytes;
	}

	/** Each element as it came. */
	async bytes(): Promise<readonly Uint8Array[]> {
		return apart(await inflated(this.#packed));
	}

	#last(lastRead: LastRead): LastRead {
		if (lastRead.part === this) return lastRead;
		return Object.assign(lastRead, { part: this, elements: undefined, bytes: undefined });
	}

	#unpacked(): readonly unknown[] {
		const elements: unknown = JSON.parse(`[${inflateRawSync(this.#packed)}]`);
		return Array.isArray(elements) ? elements : [];
	}
}
