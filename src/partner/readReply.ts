import { type FailureFacts, type FailureKind, PartnerError } from './error.ts';
import { isJsonObject } from './json.ts';
import type { Reply } from './send.ts';

/**
 * The JSON of a reply that succeeded.
 * @throws {PartnerError} of the kind that the status tells, or `unreadable` when the body is not JSON in UTF-8
 */
export function readReply(reply: Reply): unknown {
	if (reply.status < 200 || reply.status > 299)
		throw new PartnerError(kindOf(reply), factsOf(reply), challengeOf(reply));
	const json = jsonIn(reply.body);
	if (json === undefined) throw new PartnerError('unreadable', factsOf(reply));
	return json;
}

/** What a reply tells about itself, for whoever reports it to the service's support. */
export function factsOf(reply: Reply): FailureFacts {
	return {
		status: reply.status,
		requestId: reply.headers['request-id'],
		clientRequestId: reply.headers['client-request-id'],
		retryAfter: retryAfterIn(reply.headers['retry-after']),
		code: reply.status < 400 ? undefined : deepestCode(jsonIn(reply.body)),
	};
}

const kinds: Readonly<Record<number, FailureKind>> = {
	400: 'badRequest',
	401: 'signedOut',
	403: 'forbidden',
	404: 'gone',
	407: 'proxyRefused',
	410: 'gone',
	429: 'throttled',
	509: 'throttled',
};

function kindOf({ status, headers }: Reply): FailureKind {
	if (challengeOf({ headers })) return 'challenged';
	if (status >= 300 && status <= 399 && status !== 304) return 'redirected';
	if (status === 503 && headers['retry-after'] !== undefined) return 'throttled';
	return kinds[status] ?? (status >= 500 ? 'serviceFailed' : 'unexpectedStatus');
}

/** The header in which the service asks for a token with certain claims, if it does. */
export function challengeOf({ headers }: Pick<Reply, 'headers'>): string | undefined {
	const header = headers['www-authenticate'];
	// The documentation spells it without the "i", Microsoft Entra with it.
	return header && /\binsuffici?ent_claims\b/.test(header) && /\bclaims=/.test(header) ? header : undefined;
}

function jsonIn(body: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
	} catch {
		return undefined;
	}
}

function deepestCode(body: unknown): string | undefined {
	let error = isJsonObject(body) ? body['error'] : undefined;
	let code: string | undefined;
	while (isJsonObject(error)) {
		if (typeof error['code'] === 'string' && isCode.test(error['code'])) code = error['code'];
		error = error['innerError'] ?? error['innererror'];
	}
	return code;
}

// What is shown and logged as a code must not be a sentence, which could name anybody.
const isCode = /^[\w.-]{1,64}$/;

/** `Retry-After` as seconds or as an HTTP date, in milliseconds from now. */
function retryAfterIn(header = ''): number | undefined {
	const text = header.trim();
	if (/^\d{1,9}(\.\d+)?$/.test(text)) return Number(text) * 1000;
	// Anything else is kept from `Date.parse`, which reads a date into nearly every text with a number.
	const instant = /^[A-Z][a-z]+, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(instant) ? undefined : Math.max(0, instant - Date.now());
}
