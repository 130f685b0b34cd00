import type { Alarm, Clock } from '../../src/referral/clock.ts';

/** A clock that goes on only when a test has it go on. */
export class HandClock implements Clock {
	#now: number;
	readonly #alarms = new Set<{ readonly instant: number; readonly wake: () => void }>();

	/** @param now milliseconds since 1970 */
	constructor(now: number) {
		this.#now = now;
	}

	now(): number {
		return this.#now;
	}

	at(instant: number, wake: () => void): Alarm {
		const alarm = { instant, wake };
		this.#alarms.add(alarm);
		return { dispose: () => this.#alarms.delete(alarm) };
	}

	/** When it will call next. */
	get next(): number | undefined {
		return this.#due(Number.POSITIVE_INFINITY)?.instant;
	}

	/** Goes on, and calls in the order of the instants whoever is to be called, each at its own. */
	advance(milliseconds: number): void {
		const until = this.#now + milliseconds;
		for (let alarm = this.#due(until); alarm; alarm = this.#due(until)) {
			this.#alarms.delete(alarm);
			this.#now = Math.max(this.#now, alarm.instant);
			alarm.wake();
		}
		this.#now = until;
	}

	/** Goes on as on a machine that sleeps: whoever was to be called meanwhile is called late. */
	sleep(milliseconds: number): void {
		this.#now += milliseconds;
		this.advance(0);
	}

	#due(until: number) {
		const due = [...this.#alarms].filter(({ instant }) => instant <= until);
		return due.sort((one, other) => one.instant - other.instant)[0];
	}
}
