import { type ErrorCode, errorBody } from '../../src/sample/service/errorBody.ts';
import { changed } from './changed.ts';
import type { Fault } from './exchange.ts';

type Headers = Readonly<Record<string, string>>;

const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64');

/** Failures by status, with the documented body or the gateway's. */
export const statusFaults = {
	status400: documented(400, 'invalidRequest'),
	status400Gateway: gateway(400, 'Invalid request.'),
	status400Html: page(400, '<h1>Bad Request - Invalid URL</h1>'),
	/** The cause is told far below, by a code that is documented, among some that are not. */
	status400Nested: changed((reply) => ({ status: 400, headers: reply.headers, body: nested(2_000) })),
	status400CodeOdd: changed(() => ({
		status: 400,
		body: Buffer.from('{"error":{"code":{"a":1},"message":7}}'),
	})),
	status401: documented(401, 'unauthenticated', { 'www-authenticate': 'Bearer error="invalid_token"' }),
	status401WithoutChallenge: documented(401, 'unauthenticated'),
	status401Claims: documented(401, 'unauthenticated', challenge('insufficient_claims')),
	status401ClaimsMisspelt: documented(401, 'unauthenticated', challenge('insufficent_claims')),
	/** A second factor is missing; the service has written that in several ways. */
	status401Mfa: changed(() => json(401, { code: 900421, description: 'MFA required.' })),
	status401MfaInError: changed(() => json(401, { error: { code: '900421', message: 'Refused.' } })),
	status401MfaInMessage: changed(() =>
		json(401, {
			error: { code: 'unauthenticated', message: 'Authentication failed. MFA required. (10001)' },
		}),
	),
	/** The same digits, of something else. */
	status401MfaNot: changed(() =>
		json(401, { error: { code: '9004211', message: 'Trace 0-10001-7, 10001.5' } }),
	),
	status401Html: page(401, '<h1>Sign in to the proxy</h1>', { 'www-authenticate': 'Negotiate' }),
	/** Names that every object has. */
	status400CodeConstructor: changed(() => json(400, { error: { code: 'constructor', innerError: {} } })),
	status400CodeSignIn: changed(() => json(400, { error: { code: 'AADSTS65001', message: 'No.' } })),
	status403: documented(403, 'accessDenied'),
	status403Claims: documented(403, 'accessDenied', challenge('insufficient_claims')),
	/** A challenge that doesn't say which claims cannot be met by signing in again. */
	status403ClaimsMissing: documented(403, 'accessDenied', {
		'www-authenticate': 'Bearer error="insufficient_claims"',
	}),
	status403Gateway: gateway(403, 'Access denied due to missing permissions.'),
	status403Empty: changed(() => ({ status: 403, headers: {}, body: new Uint8Array() })),
	// The documentation spells it this way.
	status403ClaimsMisspelt: documented(403, 'accessDenied', challenge('insufficent_claims')),
	status403Html: page(403, '<h1>Access denied</h1><p>Your organisation blocks this site.</p>'),
	status404: documented(404, 'itemNotFound'),
	status404Html: page(404, '<h1>Not found</h1>'),
	status404Gateway: gateway(404, 'Resource not found'),
	status405: documented(405, 'invalidRequest'),
	status406: documented(406, 'invalidRequest'),
	status407: page(407, 'Proxy authentication required', { 'proxy-authenticate': 'Basic realm="proxy"' }),
	status408: documented(408, 'generalException'),
	status409: documented(409, 'generalException'),
	status410: documented(410, 'itemNotFound'),
	status410Html: page(410, '<h1>Gone</h1>'),
	status412: documented(412, 'generalException'),
	status413: documented(413, 'invalidRequest'),
	status414: page(414, '<h1>Request-URI too long</h1>'),
	status411: documented(411, 'invalidRequest'),
	status415: documented(415, 'invalidRequest'),
	status416: documented(416, 'invalidRequest'),
	status422: documented(422, 'invalidRequest'),
	status423: documented(423, 'accessDenied'),
	status425: page(425, '<h1>Too early</h1>'),
	status431: page(431, '<h1>Request header fields too large</h1>'),
	status500: documented(500, 'generalException'),
	status500Html: page(500, '<h1>Server error</h1>'),
	status500Gateway: gateway(500, 'Internal server error'),
	status500Truncated: changed(() => ({ status: 500, body: Buffer.from('{"error":{"code":"gener') })),
	status500Empty: changed(() => ({ status: 500, headers: {}, body: new Uint8Array() })),
	status501: documented(501, 'generalException'),
	status502: page(502, '<h1>Bad gateway</h1>'),
	status503: documented(503, 'serviceNotAvailable'),
	status504: page(504, '<h1>Gateway timeout</h1>'),
	status505: page(505, '<h1>HTTP version not supported</h1>'),
	status507: documented(507, 'generalException'),
	status509: documented(509, 'generalException'),
	status511: page(511, '<h1>Sign in to this network</h1>'),
	status451: page(451, '<h1>Unavailable for legal reasons</h1>'),
	status520: page(520, '<h1>Web server returned an unknown error</h1>'),
	status599: page(599, 'Network connect timeout'),
	status201: changed(() => ({ status: 201 })),
	status202: changed(() => ({ status: 202, headers: {}, body: new Uint8Array() })),
	status204: changed(() => ({ status: 204, headers: {}, body: new Uint8Array() })),
	status206: changed(() => ({ status: 206 })),
	status300: page(300, '<h1>Multiple choices</h1>'),
	status304: changed(() => ({ status: 304, headers: {}, body: new Uint8Array() })),
} as const satisfies Record<string, Fault>;

/** Keeps the reply's request ids, as the service does for its own failures. */
function json(status: number, body: unknown) {
	return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
}

function documented(status: number, code: ErrorCode, headers: Headers = {}): Fault {
	const json = errorBody(code, `The service was told to answer ${status}.`, undefined, 'toldSo');
	const body = Buffer.from(JSON.stringify(json));
	return changed((reply) => ({ status, headers: { ...reply.headers, ...headers }, body }));
}

/** The gateway has a body of its own, without the `error` around it. */
function gateway(statusCode: number, message: string): Fault {
	const body = Buffer.from(JSON.stringify({ statusCode, message }));
	return changed(() => ({ status: statusCode, headers: { 'content-type': 'application/json' }, body }));
}

function nested(depth: number): Buffer {
	const above = '{"code":"invalidRequest","message":"See below.","innerError":'.repeat(depth);
	return Buffer.from(`{"error":${above}{"code":"unsupportedQuery"}${'}'.repeat(depth)}}`);
}

/** Something before the service answers, with a page and without request ids. */
function page(status: number, html: string, headers: Headers = {}): Fault {
	const body = Buffer.from(`<!DOCTYPE html><html><body>${html}</body></html>`);
	return changed(() => ({ status, headers: { 'content-type': 'text/html', ...headers }, body }));
}

function challenge(error: string): Headers {
	return { 'www-authenticate': `Bearer realm="", error="${error}", claims="${claims}"` };
}
