import { PartnerError } from './error.ts';
import { microsoftOrigin } from './microsoft.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where a referral service lives. */
export interface Endpoint {
	/** Scheme, host and port; the only place that the token may go to. */
	readonly origin: string;
	/** Address of the collection, without a query: the endpoint's `/referrals`. */
	readonly collection: string;
}

/** Whether it is on this computer, so that nothing of it may leave it. */
export function isLoopback({ origin }: Pick<Endpoint, 'origin'>): boolean {
	return loopback.test(new URL(origin).hostname);
}

/** Hosts that a service may name in its links: its own, and Microsoft's, whose links a gateway hands on as they are. */
export function hostsOf({ origin }: Endpoint): readonly URL[] {
	return [new URL(origin), new URL(microsoftOrigin)];
}

/**
 * Reads the address of a service. It must be `https:`, except on a loopback address, so that a token can't be
 * sent in the clear.
 * @throws {PartnerError} `endpointRefused`
 */
export function endpointAt(address: string): Endpoint {
	const url = URL.parse(address);
	if (!url || !isSafe(url) || url.username || url.password || url.search || url.hash)
		throw new PartnerError('endpointRefused');
	const base = `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '');
	return { origin: url.origin, collection: `${base}/referrals` };
}

function isSafe(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
}
