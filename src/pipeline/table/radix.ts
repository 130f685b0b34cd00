import type { Turns } from './turns.ts';

/** So many things are moved at a time. */
const step = 16_384;
/** Digits of 16 bits, of which a double has four. */
const digits = [0, 16, 32, 48];
const size = 65_536;

/**
 * Puts places into the order of their keys, which takes no comparisons: a digit at a time, from the last one. Equal ones stay as
 * they are; NaN stands last, whether the order is ascending or not.
 * @param keys by place
 */
export async function inOrderOf(
	keys: Float64Array,
	places: Uint32Array,
	descending: boolean,
	turns: Turns,
): Promise<Uint32Array> {
	const count = places.length;
	const [low, high] = await bitsOf(keys, places, descending, turns);
	// Positions among the places, from pass to pass.
	let order = new Uint32Array(count);
	for (let at = 0; at < count; at++) order[at] = at;
	let next = new Uint32Array(count);
	const starts = new Uint32Array(size);
	for (const digit of digits) {
		const words = digit < 32 ? low : high;
		const shift = digit % 32;
		if (!(await countDigits(words, shift, starts, turns))) continue;
		const [from, to] = [order, next];
		await turns.each(count, step, (first, last) => {
			for (let at = first; at < last; at++) {
				const position = from[at] ?? 0;
				const value = ((words[position] ?? 0) >>> shift) & 0xffff;
				const place = starts[value] ?? 0;
				starts[value] = place + 1;
				to[place] = position;
			}
		});
		[order, next] = [to, from];
	}
	await turns.each(count, step, (first, last) => {
		for (let at = first; at < last; at++) next[at] = places[order[at] ?? 0] ?? 0;
	});
	return next;
}

/** The halves of each key, as bits that are in the same order as the keys. */
async function bitsOf(
	keys: Float64Array,
	places: Uint32Array,
	descending: boolean,
	turns: Turns,
): Promise<readonly [low: Uint32Array, high: Uint32Array]> {
	const [low, high] = [new Uint32Array(places.length), new Uint32Array(places.length)];
	const number = new Float64Array(1);
	const halves = new Uint32Array(number.buffer);
	const [lowHalf, highHalf] = isLittleEndian ? [0, 1] : [1, 0];
	await turns.each(places.length, step, (first, last) => {
		for (let at = first; at < last; at++) {
			const key = keys[places[at] ?? 0] ?? Number.NaN;
			if (Number.isNaN(key)) {
				low[at] = 0xffffffff;
				high[at] = 0xffffffff;
				continue;
			}
			// Without minus zero, which would come before zero.
			number[0] = key + 0;
			const upper = halves[highHalf] ?? 0;
			const isNegative = upper >>> 31 === 1;
			// Negative numbers have their bits the other way round, and so has all in a descending order.
			const flip = isNegative !== descending ? 0xffffffff : 0;
			low[at] = (halves[lowHalf] ?? 0) ^ flip;
			high[at] = upper ^ flip ^ (isNegative ? 0 : 0x80000000);
		}
	});
	return [low, high];
}

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Counts how often each digit is there, as where the first one goes. @returns false where all are the same */
async function countDigits(
	words: Uint32Array,
	shift: number,
	starts: Uint32Array,
	turns: Turns,
): Promise<boolean> {
	starts.fill(0);
	await turns.each(words.length, step, (first, last) => {
		for (let at = first; at < last; at++) {
			const digit = ((words[at] ?? 0) >>> shift) & 0xffff;
			starts[digit] = (starts[digit] ?? 0) + 1;
		}
	});
	let sum = 0;
	for (let digit = 0; digit < size; digit++) {
		const count = starts[digit] ?? 0;
		if (count === words.length) return false;
		starts[digit] = sum;
		sum += count;
	}
	return true;
}
