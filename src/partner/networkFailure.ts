import { type FailureKind, PartnerError } from './partnerError.ts';

/**
 * A failure of the network as a plain value: only the code of the error is kept, since the object itself may
 * hold sockets, headers with the token, or a circular certificate.
 */
export function failureOf(error: unknown): PartnerError {
	const code = codeOf(error);
	return new PartnerError(kindOf(code), { code });
}

const kinds: Readonly<Record<string, FailureKind>> = {
	UND_ERR_CONNECT_TIMEOUT: 'timedOut',
	UND_ERR_HEADERS_TIMEOUT: 'timedOut',
	UND_ERR_BODY_TIMEOUT: 'timedOut',
	ETIMEDOUT: 'timedOut',
	UND_ERR_RES_EXCEEDED_MAX_SIZE: 'tooLarge',
	// A proxy that gives no tunnel; what we ourselves abort is told apart by the signal before.
	UND_ERR_ABORTED: 'proxyRefused',
	UND_ERR_PRX_TLS: 'untrusted',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
	SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
	UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
};

function kindOf(code: string): FailureKind {
	if (code.startsWith('CERT_') || code.startsWith('ERR_TLS_')) return 'untrusted';
	if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_')) return 'unreadable'; // gzip's and Brotli's
	return kinds[code] ?? 'unreachable';
}

function codeOf(error: unknown): string {
	if (!(error instanceof Error)) return 'UNKNOWN';
	if ('code' in error && typeof error.code === 'string') return error.code;
	return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}
