/** Every way in which asking a referral service can fail; the words for each are in `editor/`. */
export type FailureKind =
	| 'signedOut'
	| 'signInFailed'
	| 'forbidden'
	| 'challenged'
	| 'mfaNeeded'
	| 'mfaMissing'
	| 'badRequest'
	| 'idRefused'
	| 'notServed'
	| 'pageRejected'
	| 'gone'
	| 'throttled'
	| 'serviceFailed'
	| 'unexpectedStatus'
	| 'redirected'
	| 'unreadable'
	| 'wrongShape'
	| 'tooLarge'
	| 'linkRefused'
	| 'chainBroken'
	| 'endpointRefused'
	| 'settingRefused'
	| 'settingsNotWritten'
	| 'notAgreed'
	| 'nameUnknown'
	| 'connectionRefused'
	| 'unreachable'
	| 'interrupted'
	| 'timedOut'
	| 'untrusted'
	| 'proxyUnusable'
	| 'proxyUnreachable'
	| 'proxyUntrusted'
	| 'proxySignIn'
	| 'proxyRefused'
	| 'defect';

/** What is known of a failure besides its kind; never a token, a query value or customer data. */
export interface FailureFacts {
	/** HTTP status, when the service answered at all. */
	readonly status?: number | undefined;
	/** The service's own id of the request, for its support. */
	readonly requestId?: string | undefined;
	/** The id that we gave the request. */
	readonly clientRequestId?: string | undefined;
	/** How long the service asks us to wait, in milliseconds. */
	readonly retryAfter?: number | undefined;
	/** A machine-readable code: the service's, Node's or undici's. For the log, never for matching on text. */
	readonly code?: string | undefined;
	/** The name of our own setting that has to be corrected. */
	readonly setting?: string | undefined;
}

/**
 * The one failure below the views. Its message is for logs only.
 * It never carries a raw network error: a TLS error's certificate is circular and can crash the extension host.
 */
export class PartnerError extends Error {
	override readonly name = 'PartnerError';
	readonly kind: FailureKind;
	readonly facts: FailureFacts;

	readonly #challenge: string | undefined;
	readonly #at = Date.now();

	/** @param challenge the `WWW-Authenticate` header in which the service asks for more than the token had */
	constructor(kind: FailureKind, facts: FailureFacts = {}, challenge?: string) {
		super([kind, facts.status, facts.code].filter((part) => part !== undefined).join(' '));
		this.kind = kind;
		this.facts = facts;
		this.#challenge = challenge;
	}

	/** What the service asks the user to sign in with; not among the facts, which are shown and copied. */
	get challenge(): string | undefined {
		return this.#challenge;
	}

	/** Until when the service asks us to wait, in milliseconds since 1970. */
	get retryAt(): number | undefined {
		return this.facts.retryAfter && this.#at + this.facts.retryAfter;
	}
}

/** Any error as a `PartnerError`; one of another class is a defect of ours, of which only the class is kept. */
export function asPartnerError(error: unknown): PartnerError {
	if (error instanceof PartnerError) return error;
	return new PartnerError('defect', { code: error instanceof Error ? error.name : typeof error });
}

const closedCode = 'CLOSED';

/** Why nothing is asked any more, and why what was under way has ended: it is over on our side. */
export function closed(): PartnerError {
	return new PartnerError('interrupted', { code: closedCode });
}

/** Whether a failure says that it is over on our side, so that trying again is in vain. */
export function isClosed({ facts }: PartnerError): boolean {
	return facts.code === closedCode;
}
