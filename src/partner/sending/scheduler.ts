import { closed } from '../error.ts';
import type { Reply, Send } from '../send.ts';
import { Line } from './line.ts';
import { Pause } from './pause.ts';
import { Turn } from './turn.ts';

/** How many requests may be under way at once. */
const mostAtOnce = 4;
/** How many successes in a row it takes after a pause until one more may be under way at once. */
const successesForMore = 10;
/** The longest wait for the end of a pause that is granted, in milliseconds. */
const longestWait = 60_000;

/** What a scheduler needs of the world. */
export interface SchedulerOptions {
	/** Resolves after so many milliseconds; rejects when aborted. */
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Hears once of each pause until when it lasts, and again when it is prolonged, in milliseconds since 1970. */
	readonly paused?: (until: number) => void;
	/** The time in milliseconds since 1970, where it isn't the real one. */
	readonly now?: () => number;
}

/**
 * Decides when a request is sent, for all that ask one service: a few at once, people before the background, and none
 * while the service asks for a pause; after that one at a time until it proves to bear more. A pause that ends soon is
 * waited for; until a longer one does, whoever asks is refused with `throttled`.
 */
export class Scheduler {
	readonly #options: SchedulerOptions;
	readonly #pause: Pause;
	readonly #waiting = new Line();
	readonly #underWay = new Set<Turn>();
	#most = mostAtOnce;
	#successes = 0;
	/** Ends the wait for the end of the pause; there is one as long as somebody waits for it. */
	#sleep: AbortController | undefined;
	#closed: { readonly reason: unknown } | undefined;

	constructor(options: SchedulerOptions) {
		const { now = Date.now, paused = () => {} } = options;
		this.#options = options;
		this.#pause = new Pause({ now, paused });
	}

	/** When the pause ends that the service asked for, in milliseconds since 1970; undefined when there is none. */
	get pausedUntil(): number | undefined {
		return this.#pause.left > 0 ? this.#pause.until : undefined;
	}

	/**
	 * Sends when it may. An ask that is aborted rejects at once, whatever it waits for, and leaves its place to the next.
	 * Every attempt at a request should pass here, so that one which waits to be repeated takes no place.
	 */
	wrap(send: Send): Send {
		return async (ask) => {
			if (this.#closed) throw this.#closed.reason;
			ask.signal.throwIfAborted();
			if (this.#pause.left > longestWait) throw this.#pause.refusal;
			const turn = new Turn(send, ask, (settled) => this.#leave(settled));
			this.#waiting.add(turn);
			this.#advance();
			return turn.answer;
		};
	}

	/** Ends it: rejects what waits and what is under way, and everything that is asked later. */
	close(reason: unknown = closed()): void {
		this.#closed ??= { reason };
		for (const turn of [...this.#waiting.turns, ...this.#underWay]) turn.giveUp(this.#closed.reason);
	}

	/** Lets as many begin as may. */
	#advance(): void {
		if (this.#closed || this.#waiting.size === 0) return;
		if (this.#pause.left > 0) this.#sleepOn();
		else while (this.#underWay.size < this.#most && this.#begin());
	}

	/** @returns whether there was anything to begin */
	#begin(): boolean {
		const next = this.#waiting.shift();
		if (!next) return false;
		this.#underWay.add(next);
		this.#run(next).catch(() => {});
		return true;
	}

	async #run(turn: Turn): Promise<void> {
		try {
			const reply = await turn.run();
			// Also when nobody waits for it any more, since what it asks for concerns everybody.
			if (!this.#closed) this.#hear(reply);
			turn.resolve(reply);
		} catch (error) {
			turn.reject(error);
		}
	}

	#hear(reply: Reply): void {
		if (this.#pause.hear(reply)) this.#slowDown();
		else if (reply.status < 400) this.#succeed();
		else this.#successes = 0;
	}

	#slowDown(): void {
		this.#most = 1;
		this.#successes = 0;
		if (this.#pause.left > longestWait) this.#refuse(this.#pause.refusal);
	}

	#succeed(): void {
		this.#pause.calm();
		this.#successes += 1;
		if (this.#successes < successesForMore || this.#most === mostAtOnce) return;
		this.#successes = 0;
		this.#most += 1;
	}

	/** Where a turn was, another one may be now. */
	#leave(turn: Turn): void {
		this.#underWay.delete(turn);
		this.#waiting.remove(turn);
		if (this.#waiting.size === 0) this.#wake();
		this.#advance();
	}

	#wake(): void {
		this.#sleep?.abort();
		this.#sleep = undefined;
	}

	/** Waits for the end of the pause, unless that is waited for already. */
	#sleepOn(): void {
		if (this.#sleep) return;
		const sleep = new AbortController();
		this.#sleep = sleep;
		const { until, left } = this.#pause;
		this.#options.wait(left, sleep.signal).then(
			() => this.#woken(sleep, () => this.#pause.waitedUntil(until)),
			(error: unknown) => this.#woken(sleep, () => this.#refuse(error)),
		);
	}

	/** Does nothing for one whose wait was given up. */
	#woken(sleep: AbortController, end: () => void): void {
		if (this.#sleep !== sleep) return;
		this.#sleep = undefined;
		end();
		this.#advance();
	}

	#refuse(reason: unknown): void {
		for (const turn of this.#waiting.turns) turn.giveUp(reason);
	}
}
