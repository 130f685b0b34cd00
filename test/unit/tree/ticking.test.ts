import assert from 'node:assert/strict';
import { Random } from '../../../src/sample/invent/random.ts';
import { Ticking } from '../../../src/tree/ticking.ts';
import { HandClock } from '../handClock.ts';

const runs = 2_000;

describe('what time changes in rows', () => {
	it(`is told of each row once, when it is so, and of no other, in ${runs} runs`, () => {
		let told = 0;
		for (let seed = 1; seed <= runs; seed++) {
			const run = new Run(seed);
			for (let step = 0; step < 30; step++) run.step();
			told += run.end();
		}
		assert.ok(told > runs, `${told}`);
	});
});

/** Rows that are drawn now and then, while time goes on. */
class Run {
	readonly #seed: number;
	readonly #random: Random;
	readonly #clock = new HandClock(0);
	readonly #ticking = new Ticking(this.#clock, (elements) => this.#hear(elements));
	/** When each row has other words, as a plain model has it. */
	readonly #due = new Map<string, number>();
	#told = 0;

	constructor(seed: number) {
		this.#seed = seed;
		this.#random = new Random(seed);
	}

	step(): void {
		if (this.#random.percent(50)) this.#draw(`row ${this.#random.whole(1, 6)}`);
		else if (this.#random.percent(5)) this.#clear();
		else this.#clock.advance(this.#random.whole(1, 30));
		for (const next of this.#due.values()) assert.ok(next > this.#clock.now(), `seed ${this.#seed}`);
	}

	/** @returns how often a row was told of */
	end(): number {
		this.#clear();
		assert.equal(this.#clock.next, undefined);
		return this.#told;
	}

	#draw(element: string): void {
		const next = this.#random.percent(80) ? this.#clock.now() + this.#random.whole(1, 50) : undefined;
		this.#ticking.drawn(element, next);
		if (next === undefined) this.#due.delete(element);
		else this.#due.set(element, next);
	}

	#clear(): void {
		this.#ticking.clear();
		this.#due.clear();
	}

	#hear(elements: readonly string[]): void {
		const due = [...this.#due].filter(([, next]) => next <= this.#clock.now()).map(([element]) => element);
		assert.deepEqual([...elements].sort(), due.sort(), `seed ${this.#seed}`);
		for (const element of elements) this.#due.delete(element);
		this.#told += elements.length;
	}
}
