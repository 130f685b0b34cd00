import { exceeds } from './elementBytes.ts';
import { type FailureFacts, type FailureKind, PartnerError } from './error.ts';
import { isJsonObject } from './json.ts';
import { limits } from './limits.ts';
import type { Reply } from './send.ts';

/**
 * The JSON of a reply that succeeded.
 * @throws {PartnerError} of the kind that the status tells, or `unreadable` when the body is not JSON in UTF-8
 */
export function readReply(reply: Reply): unknown {
	assertSuccess(reply);
	assertModest(reply.body);
	const json = jsonIn(reply.body);
	if (json === undefined) throw new PartnerError('unreadable', factsOf(reply));
	return json;
}

/**
 * A few megabytes of `{}` would hold the editor for minutes, and take gigabytes.
 * @throws {PartnerError} `tooLarge`
 */
export function assertModest(body: Uint8Array): void {
	if (body.length > limits.unseen && exceeds(body, limits.values, limits.levels))
		throw new PartnerError('tooLarge', { code: 'VALUES' });
}

/** @throws {PartnerError} of the kind that the status tells, unless that is success */
export function assertSuccess(reply: Reply): void {
	if (reply.status < 200 || reply.status > 299)
		throw new PartnerError(kindOf(reply), factsOf(reply), challengeOf(reply));
}

/**
 * What a reply tells about itself, for whoever reports it to the service's support.
 * @param json what its body was read as, when it says that it succeeded
 */
export function factsOf(reply: Reply, json?: unknown): FailureFacts {
	return {
		status: reply.status,
		requestId: reply.headers['request-id'],
		clientRequestId: reply.headers['client-request-id'],
		retryAfter: retryAfterIn(reply.headers['retry-after']),
		code: factorCodeIn(reply) ?? codeIn(reply.status < 400 ? json : errorIn(reply)),
	};
}

const kinds: ReadonlyMap<number, FailureKind> = new Map([
	[400, 'badRequest'],
	[401, 'signedOut'],
	[403, 'forbidden'],
	[404, 'gone'],
	[407, 'proxyRefused'],
	[410, 'gone'],
	[429, 'throttled'],
	[509, 'throttled'],
]);

function kindOf(reply: Reply): FailureKind {
	const { status, headers } = reply;
	if (challengeOf(reply)) return 'challenged';
	if (wantsSecondFactor(reply)) return 'mfaNeeded';
	if (status >= 300 && status <= 399 && status !== 304) return 'redirected';
	if (status === 503 && headers['retry-after'] !== undefined) return 'throttled';
	return kinds.get(status) ?? (status >= 500 ? 'serviceFailed' : 'unexpectedStatus');
}

/** The header in which the service asks for a token with certain claims, if it does. */
export function challengeOf({ headers }: Pick<Reply, 'headers'>): string | undefined {
	const header = headers['www-authenticate'];
	// The documentation spells it without the "i", Microsoft Entra with it.
	return header && /\binsuffici?ent_claims\b/.test(header) && /\bclaims=/.test(header) ? header : undefined;
}

/**
 * Whether the service takes no token without a second factor. It has no header for that, only two codes ("Security at
 * your organization" of Partner Center's authentication; 10001 before June 2026).
 */
export function wantsSecondFactor(reply: Reply): boolean {
	return factorCodeIn(reply) !== undefined;
}

function factorCodeIn(reply: Reply): string | undefined {
	return reply.status === 401 && !challengeOf(reply) ? secondFactorCode(errorIn(reply)) : undefined;
}

const secondFactor = /(?<![\w.-])(900421|10001)(?![\w-]|\.\d)/;

/** The code, wherever in an error it stands as a whole number in a `code` or a `message`. */
function secondFactorCode(json: unknown, levels = 6): string | undefined {
	if (typeof json !== 'object' || json === null || levels === 0) return undefined;
	for (const [name, value] of Object.entries(json).slice(0, 50)) {
		const isWord = typeof value === 'string' || typeof value === 'number';
		const isTold = isWord && /^(?:code|message)$/i.test(name);
		const code = isTold ? secondFactor.exec(`${value}`)?.[1] : secondFactorCode(value, levels - 1);
		if (code) return code;
	}
	return undefined;
}

/** The JSON in some bytes; undefined when it is none in UTF-8. */
export function jsonIn(body: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
	} catch {
		return undefined;
	}
}

/** What is longer than any failure isn't read at all. */
function errorIn({ body }: Reply): unknown {
	return body.length > limits.failure ? undefined : jsonIn(body);
}

/** The innermost machine-readable code of an error that stands in a reply. */
export function codeIn(body: unknown): string | undefined {
	let error = isJsonObject(body) ? body['error'] : undefined;
	let code: string | undefined;
	for (let level = 0; level < 10 && isJsonObject(error); level++) {
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
