import assert from 'node:assert/strict';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';

/** What somebody asked, and what should have become of it. */
export interface Asked {
	readonly name: number;
	readonly background: boolean;
	place: 'waits' | 'under way' | 'settled';
	/** What it settles with; a test of the failure where that isn't known beforehand. */
	expected?: { readonly value: unknown } | { readonly check: (error: unknown) => void };
}

/** As much as a pause without a time lasts at first, at least and at most, in milliseconds. */
const own = [500, 1500] as const;

/**
 * What a scheduler should do, said plainly: it holds no promise and no timer, and is told of each thing that happens.
 * It complains about a request that shouldn't have been sent at that moment.
 */
export class SchedulerModel {
	readonly asked: Asked[] = [];
	/** Of each pause until when it lasts, as listeners should hear it. */
	readonly told: number[] = [];
	pausedUntil = 0;
	readonly #now: () => number;
	#most = 4;
	#successes = 0;
	#doublings = 0;
	#closed: { readonly reason: unknown } | undefined;
	#guesses = false;

	constructor(now: () => number) {
		this.#now = now;
	}

	get left(): number {
		return Math.max(0, this.pausedUntil - this.#now());
	}

	get waiting(): readonly Asked[] {
		const waiting = this.asked.filter(({ place }) => place === 'waits');
		return [...waiting.filter((each) => !each.background), ...waiting.filter((each) => each.background)];
	}

	get underWay(): number {
		return this.asked.filter(({ place }) => place === 'under way').length;
	}

	ask(background: boolean, abortedFor?: unknown): Asked {
		const asked: Asked = { name: this.asked.length, background, place: 'waits' };
		this.asked.push(asked);
		if (this.#closed) this.#settle(asked, { value: this.#closed.reason });
		else if (abortedFor) this.#settle(asked, { value: abortedFor });
		else if (this.left > 60_000) this.#refuse(asked);
		return asked;
	}

	/** Something is sent just now. */
	sent(asked: Asked): void {
		assert.equal(asked.place, 'waits', `${asked.name} is sent although it ${asked.place}`);
		assert.ok(!this.#closed, 'something is sent after the end');
		assert.equal(this.left, 0, `something is sent ${this.left} ms before the end of a pause`);
		assert.ok(this.underWay < this.#most, `more than ${this.#most} at once`);
		assert.equal(this.waiting[0]?.name, asked.name, 'another one was first');
		asked.place = 'under way';
	}

	/** What was asked is answered just now, perhaps too late. */
	answered(asked: Asked, outcome: Reply | Error): void {
		this.#settle(asked, { value: outcome });
		if (outcome instanceof Error || this.#closed) return;
		if (asksForPause(outcome)) this.#pause(outcome.headers['retry-after']);
		else if (outcome.status >= 400) this.#successes = 0;
		else this.#succeed();
	}

	aborted(asked: Asked, reason: unknown): void {
		this.#settle(asked, { value: reason });
	}

	closed(reason: unknown): void {
		this.#closed ??= { reason };
		for (const asked of this.asked) this.#settle(asked, { value: this.#closed.reason });
	}

	/** Everything that could happen has happened. @param told what those who listen to pauses have heard */
	check(told: readonly number[]): void {
		if (this.#guesses) this.#learn(told.at(-1));
		assert.deepEqual(told, this.told);
		if (this.left === 0 && !this.#closed)
			assert.ok(this.waiting.length === 0 || this.underWay >= this.#most, 'somebody waits in vain');
		if (this.left > 60_000 || this.#closed)
			assert.equal(this.waiting.length, 0, 'somebody waits for what is not to come');
	}

	/** How long a pause is that the service gave no time for, only the scheduler knows. */
	#learn(until = 0): void {
		this.#guesses = false;
		const [least, length] = [this.pausedUntil - this.#now(), until - this.#now()];
		assert.ok(length >= least && length < least * (own[1] / own[0]), `${length} ms rather than ${least}`);
		this.pausedUntil = until;
		this.told.splice(-1, 1, until);
	}

	#succeed(): void {
		this.#doublings = 0;
		this.#successes += 1;
		if (this.#successes < 10 || this.#most === 4) return;
		this.#most += 1;
		this.#successes = 0;
	}

	#pause(seconds: string | undefined): void {
		[this.#most, this.#successes] = [1, 0];
		const before = this.left > 0;
		const until = seconds === undefined ? this.#own(before) : this.#now() + Number(seconds) * 1000;
		if (until <= this.pausedUntil || until <= this.#now()) return;
		this.pausedUntil = until;
		if (!before || until >= (this.told.at(-1) ?? 0) + 1000) this.told.push(until);
		if (this.left > 60_000) for (const asked of this.waiting) this.#refuse(asked);
	}

	/** The least that it may be. */
	#own(before: boolean): number {
		if (before) return 0;
		const doublings = this.#doublings;
		this.#doublings = Math.min(5, doublings + 1);
		this.#guesses = true;
		return this.#now() + own[0] * 2 ** doublings;
	}

	#refuse(asked: Asked): void {
		const { left } = this;
		this.#settle(asked, {
			check: (error) => {
				assert.ok(error instanceof PartnerError);
				assert.deepEqual([error.kind, error.facts.retryAfter], ['throttled', left]);
			},
		});
	}

	#settle(asked: Asked, expected: NonNullable<Asked['expected']>): void {
		if (asked.place === 'settled') return;
		asked.place = 'settled';
		asked.expected = expected;
	}
}

function asksForPause({ status, headers }: Reply): boolean {
	return status === 429 || (status === 503 && headers['retry-after'] !== undefined);
}
