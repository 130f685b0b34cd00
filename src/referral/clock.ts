/** Who knows what time it is, and calls when it is another one. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/**
	 * Calls once, as soon as it is `instant` (milliseconds since 1970), and never before this returns, even when it is past;
	 * not at all once the alarm is disposed of. What is called must not throw. Of many instants only the next one needs an alarm.
	 */
	at(instant: number, wake: () => void): Alarm;
}

/** A call that is to come. */
export interface Alarm {
	dispose(): void;
}

/** What a clock is made of; `globalThis` has it. */
export interface Timers<Timer> {
	readonly Date: { now(): number };
	setTimeout(run: () => void, milliseconds: number): Timer;
	clearTimeout(timer: Timer): void;
}

/**
 * How long a clock sleeps without looking at the time, in milliseconds: timers stand still while the machine sleeps, somebody
 * may set its clock, and what is longer than 2^31 a timer takes for nothing.
 */
const longest = 60_000;

/** The clock of the machine. @param timers of the program, usually `globalThis` */
export function systemClock<Timer>(timers: Timers<Timer>): Clock {
	const now = () => timers.Date.now();
	const at = (instant: number, wake: () => void): Alarm => {
		const sleep = () => timers.setTimeout(look, Math.min(Math.max(0, instant - now()), longest));
		const look = () => {
			if (instant > now()) timer = sleep();
			else wake();
		};
		let timer = sleep();
		return { dispose: () => timers.clearTimeout(timer) };
	};
	return { now, at };
}
