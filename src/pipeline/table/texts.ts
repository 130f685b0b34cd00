import type { Turns } from './turns.ts';

/** So many texts are put into order in one go, and so many are compared at a time. */
const [run, step] = [1_024, 2_048];

/** Distinct texts, each with its rank among them, so that rows are put into order by numbers rather than by texts. */
export class Texts {
	readonly #ids = new Map<string, number>();
	readonly #texts: string[] = [];
	/** Ids in the order of their texts, of those that have a rank. */
	#order = new Uint32Array(0);
	#ranks = new Float64Array(0);

	/** What a text is told from others by; they are counted from 0. */
	idOf(text: string): number {
		const before = this.#ids.get(text);
		if (before !== undefined) return before;
		const id = this.#texts.length;
		this.#ids.set(text, id);
		this.#texts.push(text);
		return id;
	}

	/** The ranks by id; NaN for the text that is empty. */
	async ranks(turns: Turns): Promise<Float64Array> {
		const known = this.#order.length;
		const count = this.#texts.length;
		if (known === count) return this.#ranks;
		const both = new Uint32Array(count);
		both.set(this.#order);
		both.set(await orderOfTexts(this.#texts, turns, known), known);
		const order = new Uint32Array(count);
		await merge(this.#texts, [both, order], [0, known, count], turns);
		const ranks = new Float64Array(count);
		await turns.each(count, step, (from, to) => {
			for (let rank = from; rank < to; rank++) ranks[order[rank] ?? 0] = rank;
		});
		const nothing = this.#ids.get('');
		if (nothing !== undefined) ranks[nothing] = Number.NaN;
		[this.#order, this.#ranks] = [order, ranks];
		return ranks;
	}
}

/** Where texts are, in the order of their letters; equal ones stay as they are. @param since those before it are left out */
export async function orderOfTexts(texts: readonly string[], turns: Turns, since = 0): Promise<Uint32Array> {
	const textAt = (at: number) => texts[at] ?? '';
	let order = new Uint32Array(texts.length - since);
	await turns.each(order.length, run, (first, last) => {
		const part = Array.from({ length: last - first }, (_, at) => since + first + at);
		order.set(
			part.sort((one, other) => compared(textAt(one), textAt(other))),
			first,
		);
	});
	let next = new Uint32Array(order.length);
	for (let width = run; width < order.length; width *= 2) {
		for (let start = 0; start < order.length; start += 2 * width) {
			const middle = Math.min(order.length, start + width);
			const end = Math.min(order.length, start + 2 * width);
			await merge(texts, [order, next], [start, middle, end], turns);
		}
		[order, next] = [next, order];
	}
	return order;
}

function compared(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

/** Makes one run of two that stand side by side. */
async function merge(
	texts: readonly string[],
	[from, to]: readonly [from: Uint32Array, to: Uint32Array],
	[start, middle, end]: readonly [start: number, middle: number, end: number],
	turns: Turns,
): Promise<void> {
	const textAt = (at: number) => texts[from[at] ?? 0] ?? '';
	let [left, right] = [start, middle];
	await turns.each(end - start, step, (first, last) => {
		for (let at = start + first; at < start + last; at++) {
			const isLeft = right >= end || (left < middle && textAt(left) <= textAt(right));
			to[at] = from[isLeft ? left++ : right++] ?? 0;
		}
	});
}
