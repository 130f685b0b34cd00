import { type FailureKind, PartnerError } from './error.ts';
import { type Outcome, outcomeOf, settled } from './outcome.ts';
import { factsOf } from './readReply.ts';
import type { Send } from './send.ts';

/** How often one request is sent at the most, the first time included. */
const mostAttempts = 4;
/** The longest wait that a service is granted, and how long one request may take with all its attempts, in milliseconds. */
const longestWait = 60_000;
const longest = 120_000;
/** The wait before the first repetition, in milliseconds; it doubles with each. */
const firstWait = 500;

/** What retrying needs of the world. */
export interface Retries {
	/** Resolves after so many milliseconds; rejects with the signal's reason when aborted. */
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Takes one line for each thing that happens. */
	readonly log: (line: string) => void;
	/** Hears until when the service asked everybody to wait, in milliseconds since 1970. */
	readonly paused: (until: number) => void;
}

/**
 * Sends again what failed for a passing reason: throttling, a failure of the service or of the connection. While
 * the service asks one request to wait, all others wait too. What failed to the end is handed on as it was.
 */
export function retrying(send: Send, retries: Retries): Send {
	const pause = new Pause(retries);
	return async (ask) => {
		const began = Date.now();
		let waited = 0;
		for (let attempt = 1; ; attempt++) {
			await pause.over(ask.signal);
			const outcome = await outcomeOf(send, ask);
			const wait = waitAfter(outcome, attempt);
			const spent = Math.max(waited, Date.now() - began);
			if (wait === undefined || spent + wait > longest) return settled(outcome);
			retries.log(`Attempt ${attempt} failed; the next one comes in ${Math.round(wait)} ms`);
			if (isThrottled(outcome)) pause.begin(wait);
			else await retries.wait(wait, ask.signal);
			waited += wait;
		}
	};
}

/** How long to wait before the next attempt, in milliseconds; undefined when there shall be none. */
function waitAfter(outcome: Outcome, attempt: number): number | undefined {
	if (attempt >= mostAttempts || !isPassing(outcome)) return undefined;
	const asked = outcome instanceof PartnerError ? undefined : factsOf(outcome).retryAfter;
	if (asked !== undefined) return asked > longestWait ? undefined : asked;
	// Spread, so that windows which failed together don't come back together.
	return firstWait * 2 ** (attempt - 1) * (0.5 + Math.random());
}

const passingStatuses: readonly number[] = [429, 500, 502, 503, 504];
const passingKinds: readonly FailureKind[] = [
	'nameUnknown',
	'connectionRefused',
	'unreachable',
	'interrupted',
	'timedOut',
	'proxyUnreachable',
];

function isPassing(outcome: Outcome): boolean {
	if (outcome instanceof PartnerError) return passingKinds.includes(outcome.kind);
	return passingStatuses.includes(outcome.status);
}

function isThrottled(outcome: Outcome): boolean {
	if (outcome instanceof PartnerError) return false;
	return outcome.status === 429 || (outcome.status === 503 && outcome.headers['retry-after'] !== undefined);
}

/** The wait that the service asks of everybody. */
class Pause {
	readonly #retries: Retries;
	#until = 0;

	constructor(retries: Retries) {
		this.#retries = retries;
	}

	begin(milliseconds: number): void {
		this.#until = Math.max(this.#until, Date.now() + milliseconds);
		this.#retries.paused(this.#until);
	}

	/** Resolves once the pause is over, which may be prolonged meanwhile. */
	async over(signal: AbortSignal): Promise<void> {
		for (let waitedFor = 0; this.#until > waitedFor && this.#until > Date.now(); ) {
			waitedFor = this.#until;
			await this.#retries.wait(waitedFor - Date.now(), signal);
		}
	}
}
