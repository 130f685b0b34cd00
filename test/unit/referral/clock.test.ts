import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Clock, systemClock } from '../../../src/referral/clock.ts';
import { HandClock } from '../handClock.ts';

const start = Date.parse('2026-03-15T10:30:00Z');
const day = 24 * 60 * 60 * 1000;
/** A timer takes what is longer for nothing. */
const longestTimer = 2 ** 31 - 1;

/** A machine with timers that stand still while it sleeps, and are late or early by a little. */
class Machine {
	#uptime = 0;
	/** By how much the time of the day is ahead of the time that the machine has been awake. */
	#ahead = start;
	readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();
	#last = 0;
	/** By how much timers run early. */
	early = 0;
	started = 0;

	readonly Date = { now: () => this.#ahead + this.#uptime };

	setTimeout(run: () => void, milliseconds: number): number {
		assert.ok(milliseconds >= 0 && milliseconds <= longestTimer, `${milliseconds}`);
		this.started++;
		this.#timers.set(++this.#last, { at: this.#uptime + Math.max(1, milliseconds - this.early), run });
		return this.#last;
	}

	clearTimeout(timer: number): void {
		this.#timers.delete(timer);
	}

	get waiting(): number {
		return this.#timers.size;
	}

	run(milliseconds: number): void {
		const until = this.#uptime + milliseconds;
		for (let next = this.#next(until); next; next = this.#next(until)) {
			this.#timers.delete(next[0]);
			this.#uptime = next[1].at;
			next[1].run();
		}
		this.#uptime = until;
	}

	/** Also by less than nothing, as when somebody sets the clock back. */
	sleep(milliseconds: number): void {
		this.#ahead += milliseconds;
	}

	#next(until: number) {
		return [...this.#timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
	}
}

describe('the clock of a machine', () => {
	const begin = () => {
		const machine = new Machine();
		const clock = systemClock(machine);
		const calls: number[] = [];
		const wake = () => calls.push(clock.now() - start);
		return { machine, clock, calls, wake };
	};

	it('knows what time it is', () => {
		const { machine, clock } = begin();
		machine.run(5_000);
		assert.equal(clock.now(), start + 5_000);
	});
	it('calls once, when it is time', () => {
		const { machine, clock, calls, wake } = begin();
		clock.at(start + 90_000, wake);
		machine.run(89_999);
		assert.deepEqual(calls, []);
		machine.run(day);
		assert.deepEqual(calls, [90_000]);
		assert.equal(machine.waiting, 0);
	});
	it('calls soon for what is past or no time, but not before the alarm is known', () => {
		const { machine, clock, calls, wake } = begin();
		for (const instant of [start, start - day, Number.NEGATIVE_INFINITY]) clock.at(instant, wake);
		assert.deepEqual(calls, []);
		machine.run(1);
		assert.deepEqual(calls, [1, 1, 1]);
	});
	it('calls after more time than a timer can wait', () => {
		const { machine, clock, calls, wake } = begin();
		clock.at(start + 60 * day, wake);
		machine.run(60 * day);
		assert.deepEqual(calls, [60 * day]);
	});
	it('calls within a minute after the machine has slept', () => {
		const { machine, clock, calls, wake } = begin();
		clock.at(start + 2 * day, wake);
		machine.run(30_000);
		machine.sleep(3 * day);
		machine.run(60_000);
		assert.deepEqual(calls, [3 * day + 60_000]);
	});
	it('does not call early where timers run early, or the clock was set back', () => {
		const { machine, clock, calls, wake } = begin();
		machine.early = 2;
		clock.at(start + 60_000, wake);
		machine.run(30_000);
		machine.sleep(-30_000);
		machine.run(59_999);
		assert.deepEqual(calls, []);
		machine.run(5);
		assert.deepEqual(calls, [60_000]);
	});
	it('does not call once the alarm is disposed of, however often it has looked at the time', () => {
		const { machine, clock, calls, wake } = begin();
		const alarm = clock.at(start + 10 * day, wake);
		machine.run(5 * day);
		alarm.dispose();
		assert.equal(machine.waiting, 0);
		machine.run(10 * day);
		alarm.dispose();
		assert.deepEqual(calls, []);
	});
	it('lets what is called set the next alarm', () => {
		const { machine, clock, calls, wake } = begin();
		const tick = () => {
			wake();
			if (calls.length < 3) clock.at(clock.now() + day, tick);
		};
		clock.at(start, tick);
		machine.run(3 * day);
		assert.deepEqual(calls, [1, day + 1, 2 * day + 1]);
	});
	it('looks at the time about once a minute', () => {
		const { machine, clock, wake } = begin();
		clock.at(start + day, wake);
		machine.run(day);
		assert.ok(machine.started <= 24 * 60 + 1, `${machine.started}`);
	});
	it('can be made of what every program has', () => {
		const clock = systemClock(globalThis);
		assert.ok(Math.abs(clock.now() - Date.now()) < 1_000);
		return new Promise<void>((resolve) => clock.at(clock.now() + 5, resolve));
	});

	it('calls whoever is to be called within a minute of waking, and nobody else, whatever happens', () => {
		const step = fc.tuple(
			fc.constantFrom('run', 'sleep', 'dispose', 'at'),
			fc.integer({ min: 0, max: 40 * day }),
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
				const { machine, clock } = begin();
				const open: Entry[] = [];
				const actions = {
					run: (amount: number) => machine.run(amount / 40),
					sleep: (amount: number) => machine.sleep(amount),
					dispose: (amount: number) => open.splice(amount % (open.length + 1), 1)[0]?.dispose(),
					at: (amount: number) => open.push(entryOn(clock, clock.now() + amount)),
				};
				for (const [action, amount] of steps) actions[action](amount);
				machine.run(60_001);
				for (const { instant, calls } of open) {
					assert.ok(calls.length <= 1 && calls.every((at) => at >= instant));
					if (instant + 60_000 <= clock.now()) assert.equal(calls.length, 1);
				}
			}),
			{ seed: 61, numRuns: 500 },
		);
	});
});

interface Entry {
	readonly instant: number;
	/** When it was called. */
	readonly calls: readonly number[];
	dispose(): void;
}

/** An alarm that may not ring once it is disposed of. */
function entryOn(clock: Clock, instant: number): Entry {
	const calls: number[] = [];
	let isDisposed = false;
	const { dispose } = clock.at(instant, () => {
		assert.ok(!isDisposed);
		calls.push(clock.now());
	});
	return {
		instant,
		calls,
		dispose: () => {
			isDisposed = true;
			dispose();
		},
	};
}

describe('a clock that is moved by hand', () => {
	it('calls in the order of the instants, each at its own', () => {
		const clock = new HandClock(start);
		const calls: number[] = [];
		for (const after of [3_000, 1_000, 2_000]) clock.at(start + after, () => calls.push(clock.now() - start));
		clock.at(start + 1_500, () => calls.push(-1)).dispose();
		assert.equal(clock.next, start + 1_000);
		clock.advance(2_500);
		assert.deepEqual(calls, [1_000, 2_000]);
		assert.equal(clock.now(), start + 2_500);
	});
});
