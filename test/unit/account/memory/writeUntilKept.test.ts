import assert from 'node:assert/strict';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { Agreement } from '../../../../src/account/agreement/agreement.ts';
import { turnsIn } from '../../../../src/account/memory/turns.ts';
import { Random } from '../../../../src/sample/invent/random.ts';
import { EditorMemory } from './EditorMemory.ts';

const runs = 2_000;
const origins = [
	'https://one.fabrikam.example',
	'https://two.fabrikam.example',
	'http://127.0.0.1:8080',
] as const;
const user = { inSight: async () => {}, ask: async () => true };

describe('what windows share', () => {
	it('is not lost when the editor tells late of what was written before', async () => {
		const memory = new EditorMemory();
		const agreement = new Agreement(memory);
		agreement.mayAsk();
		const out = turnsIn(memory).take('out');
		memory.due.shift()?.();
		const [origin] = origins;
		const agreed = agreement.want(origin, user);
		await turnOfLoop();
		while (memory.due.length > 0) {
			memory.due.shift()?.();
			await turnOfLoop();
			assert.ok(agreement.has(origin));
		}
		await Promise.all([out, agreed]);
		assert.deepEqual(memory.written, { signedOut: 1, agreedOrigins: [origin] });
	});

	it(`has in the end all that was agreed to and the last turn, whatever comes in between, in ${runs} runs`, async () => {
		let lost = 0;
		for (let seed = 1; seed <= runs; seed++) {
			const run = new Run(new Random(seed));
			await run.play();
			run.check(`seed ${seed}`);
			lost += run.lost;
		}
		// So that it isn't green because nothing is ever lost.
		assert.ok(lost > runs / 20, `${lost}`);
	});
});

/** One random history of a window. */
class Run {
	readonly #random: Random;
	readonly #memory = new EditorMemory();
	readonly #agreement = new Agreement(this.#memory);
	readonly #turns = turnsIn(this.#memory);
	readonly #agreed = new Set<string>();
	readonly #waiting: Promise<unknown>[] = [];
	/** How often the memory lacked what had been written. */
	lost = 0;

	constructor(random: Random) {
		this.#random = random;
		this.#agreement.mayAsk();
	}

	async play(): Promise<void> {
		for (let step = 0; step < 12; step++) {
			this.#step(this.#random.whole(1, 5));
			for (let ticks = this.#random.whole(0, 3); ticks > 0; ticks--) await turnOfLoop();
		}
		let isOver = false;
		const over = Promise.all(this.#waiting).then(() => {
			isOver = true;
		});
		while (!isOver) {
			this.#comes();
			await turnOfLoop();
		}
		await over;
	}

	check(about: string): void {
		const { written } = this.#memory;
		assert.equal(written['signedOut'] ?? 0, this.#turns.now, about);
		assert.deepEqual(new Set([written['agreedOrigins'] ?? []].flat()), this.#agreed, about);
	}

	#step(what: number): void {
		if (what <= 2) this.#waiting.push(this.#turns.take(this.#random.pick(['in', 'out'])));
		else if (what <= 3) this.#agree(this.#random.pick(origins));
		else this.#comes();
	}

	#agree(origin: string): void {
		this.#waiting.push(this.#agreement.want(origin, user));
		this.#agreed.add(origin);
	}

	#comes(): void {
		const before = this.#memory.keys().length;
		this.#memory.due.shift()?.();
		if (this.#memory.keys().length < before) this.lost += 1;
	}
}
