import { type FailureFacts, PartnerError } from '../error.ts';
import { factsOf } from '../readReply.ts';
import type { Reply } from '../send.ts';

/** How long a service is left alone that asks for a pause and doesn't say how long, in milliseconds; it doubles. */
const firstOwn = 1000;
const mostDoublings = 5;
/** By how much later a pause has to end to be another piece of news: the service says it in whole seconds. */
const news = 1000;

/** What a pause needs of the world. */
interface Times {
	/** The time, in milliseconds since 1970. */
	readonly now: () => number;
	/** Hears once of each pause until when it lasts, and again when it is prolonged, in milliseconds since 1970. */
	readonly paused: (until: number) => void;
}

/** The wait that a service asks of everybody. */
export class Pause {
	readonly #times: Times;
	#until = 0;
	#told = 0;
	#doublings = 0;
	#facts: FailureFacts = {};

	constructor(times: Times) {
		this.#times = times;
	}

	/** When it ends, in milliseconds since 1970; a time that has passed when there is none. */
	get until(): number {
		return this.#until;
	}

	/** How long it still lasts, in milliseconds; 0 when there is none. */
	get left(): number {
		return Math.max(0, this.#until - this.#times.now());
	}

	/** What whoever can't wait for its end is told: as much as the service told whoever asked last. */
	get refusal(): PartnerError {
		return new PartnerError('throttled', { ...this.#facts, retryAfter: this.left });
	}

	/** Begins, or goes on for longer, if a reply asks for it. @returns whether it does */
	hear(reply: Reply): boolean {
		if (!asksForPause(reply)) return false;
		const facts = factsOf(reply);
		const until = this.#times.now() + (facts.retryAfter ?? this.#own());
		if (until > this.#until) this.#last(until, facts);
		return true;
	}

	/** The service answers as it should, so that the next pause of our own need not be a longer one. */
	calm(): void {
		this.#doublings = 0;
	}

	/** Somebody has waited for the end that it had at that time; a clock may still be a little behind. */
	waitedUntil(until: number): void {
		if (this.#until <= until) this.#until = 0;
	}

	/** Several that were refused together are one refusal; spread, so that windows don't come back together. */
	#own(): number {
		if (this.left > 0) return 0;
		const doublings = this.#doublings;
		this.#doublings = Math.min(doublings + 1, mostDoublings);
		return firstOwn * 2 ** doublings * (0.5 + Math.random());
	}

	#last(until: number, facts: FailureFacts): void {
		const isNews = this.left === 0 || until >= this.#told + news;
		this.#until = until;
		this.#facts = facts;
		if (!isNews || this.left === 0) return;
		this.#told = until;
		this.#times.paused(until);
	}
}

function asksForPause({ status, headers }: Reply): boolean {
	if (status === 429) return true;
	return (status === 503 || status === 509) && headers['retry-after'] !== undefined;
}
