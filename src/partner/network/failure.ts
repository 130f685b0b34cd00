import { type FailureKind, PartnerError } from '../error.ts';
import { ConnectionFailure } from './connecting.ts';

/**
 * A failure of the network as a plain value: only the code of the error is kept, since the object itself may
 * hold sockets, headers with the token, or a circular certificate.
 */
export function failureOf(error: unknown): PartnerError {
	if (error instanceof PartnerError) return error;
	if (error instanceof ConnectionFailure)
		return error.toward === 'proxy' ? proxyFailureOf(error) : connectionFailureOf(error);
	const code = codeOf(error);
	return new PartnerError(kindOf(code), { code });
}

function proxyFailureOf({ status, cause }: ConnectionFailure): PartnerError {
	if (status !== undefined)
		return new PartnerError(status === 407 ? 'proxySignIn' : 'proxyRefused', { code: `PROXY_${status}` });
	const code = codeOf(cause);
	return new PartnerError(kindOf(code) === 'untrusted' ? 'proxyUntrusted' : 'proxyUnreachable', { code });
}

/** Without a connection, whatever is wrong with it, the service wasn't reached. */
function connectionFailureOf({ cause }: ConnectionFailure): PartnerError {
	const code = codeOf(cause);
	const kind = kindOf(code);
	const precise = kind === 'nameUnknown' || kind === 'connectionRefused' || kind === 'untrusted';
	return new PartnerError(precise ? kind : 'unreachable', { code });
}

const kinds: ReadonlyMap<string, FailureKind> = new Map([
	['ENOTFOUND', 'nameUnknown'],
	['EAI_AGAIN', 'nameUnknown'],
	['ECONNREFUSED', 'connectionRefused'],
	['ECONNRESET', 'interrupted'],
	['EPIPE', 'interrupted'],
	['UND_ERR_SOCKET', 'interrupted'],
	['UND_ERR_DESTROYED', 'interrupted'],
	['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'interrupted'],
	['UND_ERR_HEADERS_TIMEOUT', 'timedOut'],
	['UND_ERR_BODY_TIMEOUT', 'timedOut'],
	['HTTPParserError', 'unreadable'], // it has no code of its own
	['UND_ERR_HEADERS_OVERFLOW', 'unreadable'],
	['UND_ERR_INVALID_ARG', 'defect'],
	['ERR_BUFFER_TOO_LARGE', 'tooLarge'],
	// These three are how the editor's fetch tells of a proxy.
	['UND_ERR_PRX_TLS', 'proxyUntrusted'],
	['UND_ERR_PRX_CONN', 'proxyUnreachable'],
	['UND_ERR_ABORTED', 'proxyRefused'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
	['UNABLE_TO_GET_ISSUER_CERT', 'untrusted'],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
]);

function kindOf(code: string): FailureKind {
	if (code.startsWith('CERT_') || code.startsWith('ERR_TLS_')) return 'untrusted';
	if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_')) return 'unreadable'; // gzip's and Brotli's
	if (code.startsWith('HPE_')) return 'unreadable';
	if (code.startsWith('UND_ERR_SOCKS5')) return code.includes('AUTH') ? 'proxySignIn' : 'proxyRefused';
	return kinds.get(code) ?? 'unreachable';
}

function codeOf(error: unknown): string {
	if (!(error instanceof Error)) return 'UNKNOWN';
	if ('code' in error && typeof error.code === 'string') return error.code;
	return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}
