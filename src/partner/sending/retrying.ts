import { type FailureKind, isClosed, PartnerError } from '../error.ts';
import { factsOf } from '../readReply.ts';
import type { Send } from '../send.ts';
import { unlessAborted } from '../unlessAborted.ts';
import { type Outcome, outcomeOf, settled } from './outcome.ts';

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
	/** How often one request is sent at the most, the first time included, where it isn't the usual number. */
	readonly attempts?: number;
	/** Takes one line for each thing that happens. */
	readonly log: (line: string) => void;
	/** The time in milliseconds since 1970, where it isn't the real one. */
	readonly now?: () => number;
}

/**
 * Sends again what failed for a passing reason: throttling, a failure of the service or of the connection. What
 * failed to the end is handed on as it was. That others wait, too, while the service asks for a pause, is the
 * scheduler's business, which each attempt passes.
 */
export function retrying(
	send: Send,
	{ wait: waitFor, log, now = Date.now, attempts = mostAttempts }: Retries,
): Send {
	return async (ask) => {
		const began = now();
		let waited = 0;
		for (let attempt = 1; ; attempt++) {
			const outcome = await outcomeOf(send, ask);
			const wait = attempt < attempts ? waitAfter(outcome, attempt) : undefined;
			const spent = Math.max(waited, now() - began);
			if (wait === undefined || spent + wait > longest) return settled(outcome);
			log(`Attempt ${attempt} failed; the next one comes in ${Math.round(wait)} ms`);
			await unlessAborted(waitFor(wait, ask.signal), ask.signal);
			waited += wait;
		}
	};
}

/** How long to wait before the next attempt, in milliseconds; undefined when it would be in vain. */
function waitAfter(outcome: Outcome, attempt: number): number | undefined {
	if (!isPassing(outcome)) return undefined;
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
	if (outcome instanceof PartnerError) return passingKinds.includes(outcome.kind) && !isClosed(outcome);
	return passingStatuses.includes(outcome.status);
}
