import { type ErrorCode, errorBody } from '../../src/sample/errorBody.ts';
import { changed } from './changed.ts';
import type { Fault } from './exchange.ts';

type Headers = Readonly<Record<string, string>>;

const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64');

/** Failures by status, with the documented body or the gateway's. */
export const statusFaults = {
	status400: documented(400, 'invalidRequest'),
	status401: documented(401, 'unauthenticated', { 'www-authenticate': 'Bearer error="invalid_token"' }),
	status401WithoutChallenge: documented(401, 'unauthenticated'),
	status401Claims: documented(401, 'unauthenticated', challenge('insufficient_claims')),
	status403: documented(403, 'accessDenied'),
	// The documentation spells it this way.
	status403Claims: documented(403, 'accessDenied', challenge('insufficent_claims')),
	status403Html: page(403, '<h1>Access denied</h1><p>Your organisation blocks this site.</p>'),
	status404: documented(404, 'itemNotFound'),
	status404Html: page(404, '<h1>Not found</h1>'),
	status405: documented(405, 'invalidRequest'),
	status406: documented(406, 'invalidRequest'),
	status407: page(407, 'Proxy authentication required', { 'proxy-authenticate': 'Basic realm="proxy"' }),
	status408: documented(408, 'generalException'),
	status409: documented(409, 'generalException'),
	status410: documented(410, 'itemNotFound'),
	status412: documented(412, 'generalException'),
	status413: documented(413, 'invalidRequest'),
	status414: page(414, '<h1>Request-URI too long</h1>'),
	status416: documented(416, 'invalidRequest'),
	status422: documented(422, 'invalidRequest'),
	status423: documented(423, 'accessDenied'),
	status429: throttled({ 'retry-after': '1' }),
	status429WithoutRetryAfter: throttled({}),
	status429RetryAfterZero: throttled({ 'retry-after': '0' }),
	status429RetryAfterHour: throttled({ 'retry-after': '3600' }),
	status429RetryAfterDate: throttled({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
	status429RetryAfterNonsense: throttled({ 'retry-after': 'soon' }),
	status431: page(431, '<h1>Request header fields too large</h1>'),
	status500: documented(500, 'generalException'),
	status500Html: page(500, '<h1>Server error</h1>'),
	status500Empty: changed(() => ({ status: 500, headers: {}, body: new Uint8Array() })),
	status501: documented(501, 'generalException'),
	status502: page(502, '<h1>Bad gateway</h1>'),
	status503: documented(503, 'serviceNotAvailable'),
	status503RetryAfter: documented(503, 'serviceNotAvailable', { 'retry-after': '1' }),
	status504: page(504, '<h1>Gateway timeout</h1>'),
	status507: documented(507, 'generalException'),
	status509: documented(509, 'generalException'),
	status511: page(511, '<h1>Sign in to this network</h1>'),
	status599: page(599, 'Network connect timeout'),
	status204: changed(() => ({ status: 204, headers: {}, body: new Uint8Array() })),
	status206: changed(() => ({ status: 206 })),
	status304: changed(() => ({ status: 304, headers: {}, body: new Uint8Array() })),
} as const satisfies Record<string, Fault>;

/** Keeps the reply's request ids, as the service does for its own failures. */
function documented(status: number, code: ErrorCode, headers: Headers = {}): Fault {
	const json = errorBody(code, `The service was told to answer ${status}.`, undefined, 'toldSo');
	const body = Buffer.from(JSON.stringify(json));
	return changed((reply) => ({ status, headers: { ...reply.headers, ...headers }, body }));
}

/** The gateway throttles with a body of its own, without the `error` around it. */
function throttled(headers: Headers): Fault {
	const body = Buffer.from('{"statusCode":429,"message":"Rate limit is exceeded. Try again in 1 seconds."}');
	return changed(() => ({
		status: 429,
		headers: { 'content-type': 'application/json', ...headers },
		body,
	}));
}

/** Something before the service answers, with a page and without request ids. */
function page(status: number, html: string, headers: Headers = {}): Fault {
	const body = Buffer.from(`<!DOCTYPE html><html><body>${html}</body></html>`);
	return changed(() => ({ status, headers: { 'content-type': 'text/html', ...headers }, body }));
}

function challenge(error: string): Headers {
	return { 'www-authenticate': `Bearer realm="", error="${error}", claims="${claims}"` };
}
