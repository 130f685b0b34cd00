import * as tls from 'node:tls';

/**
 * The authorities to trust: Node's, those of NODE_EXTRA_CA_CERTS, and the system's, made ready once because that
 * takes tens of milliseconds.
 * @returns undefined for what Node trusts by itself: its own and NODE_EXTRA_CA_CERTS
 */
export function trustWithSystem(): tls.SecureContext | undefined {
	try {
		const ca = [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];
		return tls.createSecureContext({ ca: [...new Set(ca)] });
	} catch {
		// An older Node has no such function, and a system may hold a certificate that can't be read.
		return undefined;
	}
}
