import type { Line } from '../../messages/lines.ts';
import type { Span } from './span.ts';

/** Lines are asked for and kept by as many. */
const chunkSize = 50;
const mostChunks = 80;
/** What is asked for at once. */
const mostAsked = 8 * chunkSize;

interface Chunk {
	readonly epoch: number;
	readonly lines: readonly Line[];
}

/** What is asked of the editor. */
export interface Ask {
	readonly stamp: number;
	readonly from: number;
	readonly count: number;
}

/**
 * The lines that came from the editor and are near to what is in sight. After a change, old ones are shown until the new ones
 * are there. One question is under way at a time; what was told under an earlier stamp is passed over.
 */
export class LineStore {
	#stamp = -1;
	#count = 0;
	/** Another one whenever lines have to be asked for again. */
	#epoch = 0;
	#underWay: (Ask & { readonly epoch: number }) | undefined;
	#middle = 0;
	readonly #chunks = new Map<number, Chunk>();

	get stamp(): number {
		return this.#stamp;
	}

	get count(): number {
		return this.#count;
	}

	/** There are other lines, unless the stamp is the same. */
	restart(stamp: number, count: number): void {
		if (stamp === this.#stamp && count === this.#count) return;
		this.#stamp = stamp;
		this.#count = count;
		this.expire();
		this.#underWay = undefined;
		const last = Math.ceil(count / chunkSize);
		for (const index of this.#chunks.keys()) if (index >= last) this.#chunks.delete(index);
	}

	/** Nothing of what was told is shown until it is told again. */
	forget(): void {
		this.#chunks.clear();
		this.expire();
	}

	/** The same lines look otherwise, as when others are selected. */
	expire(): void {
		this.#epoch++;
	}

	/** A line as it was last told; undefined while it was not. */
	at(index: number): Line | undefined {
		if (index >= this.#count) return undefined;
		return this.#chunks.get(Math.floor(index / chunkSize))?.lines[index % chunkSize];
	}

	/** Whether a line is as it is now, and not as it was under an earlier stamp. */
	isNew(index: number): boolean {
		return index < this.#count && this.#isNew(Math.floor(index / chunkSize));
	}

	/** Where a row stands among the lines that are known as they are now. */
	lineOf(id: string): number | undefined {
		for (const [index, { lines }] of this.#chunks) {
			if (!this.#isNew(index)) continue;
			const place = lines.findIndex((line) => line.kind === 'row' && line.id === id);
			if (place >= 0) return index * chunkSize + place;
		}
		return undefined;
	}

	/** What has to be asked for to know these lines; undefined where nothing has to, or a question is under way. */
	ask(wanted: Span): Ask | undefined {
		if (this.#underWay || wanted.to <= wanted.from) return undefined;
		const [first, last] = [Math.floor(wanted.from / chunkSize), Math.ceil(wanted.to / chunkSize)];
		this.#middle = (first + last) / 2;
		let [from, to] = [first, last];
		while (from < to && this.#isNew(from)) from++;
		while (to > from && this.#isNew(to - 1)) to--;
		if (from === to) return undefined;
		const start = from * chunkSize;
		const count = Math.min((to - from) * chunkSize, mostAsked, this.#count - start);
		const ask = { stamp: this.#stamp, from: start, count };
		this.#underWay = { ...ask, epoch: this.#epoch };
		return ask;
	}

	/** No answer came for so long that none will come. */
	giveUp(): void {
		this.#underWay = undefined;
	}

	/** Takes in lines. Returns whether they are of these. */
	take(stamp: number, from: number, lines: readonly Line[]): boolean {
		if (stamp !== this.#stamp || from % chunkSize !== 0) return false;
		const asked = this.#underWay?.from === from ? this.#underWay : undefined;
		if (asked) this.#underWay = undefined;
		const epoch = asked?.epoch ?? this.#epoch;
		// An answer that is too short is one, too; else it would be asked for again and again.
		for (let start = 0; start < Math.max(lines.length, asked?.count ?? 0); start += chunkSize) {
			const part = lines.slice(start, start + chunkSize);
			this.#chunks.set((from + start) / chunkSize, { epoch, lines: part });
		}
		this.#forgetFarthest();
		return true;
	}

	#isNew(index: number): boolean {
		return this.#chunks.get(index)?.epoch === this.#epoch;
	}

	#forgetFarthest(): void {
		if (this.#chunks.size <= mostChunks) return;
		const far = (index: number) => Math.abs(index + 0.5 - this.#middle);
		const nearest = [...this.#chunks.keys()].sort((one, other) => far(one) - far(other));
		for (const index of nearest.slice(mostChunks)) this.#chunks.delete(index);
	}
}
