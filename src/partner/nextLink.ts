import { escaped } from '../text/escaped.ts';
import { type Endpoint, hostsOf } from './endpoint.ts';
import { PartnerError } from './error.ts';
import { limits } from './limits.ts';

/**
 * Reads a page's `@odata.nextLink` without following it: the service sends `http:` links with another path, and a
 * hostile one could send anything. Only its query string is taken, byte for byte, onto our own collection; the
 * token in it may hold lower-case escapes such as `%2b` that must stay as they are.
 * @param pageUrl the address that the page itself came from, against which a relative link is resolved
 * @returns the address to ask for
 * @throws {PartnerError} `linkRefused` when the link is on no host of the service, or carries no query or one of absurd length
 */
export function readNextLink(link: string, pageUrl: string, endpoint: Endpoint): string {
	const target = URL.parse(link, pageUrl);
	if (!target || !hostsOf(endpoint).some((host) => isOn(host, target))) throw new PartnerError('linkRefused');
	const query = rawQuery(link.trim());
	if (query === '' || query.length > limits.linkQuery) throw new PartnerError('linkRefused');
	return `${endpoint.collection}?${query}`;
}

function isOn(ours: URL, target: URL): boolean {
	if (target.protocol !== 'https:' && target.protocol !== 'http:') return false;
	if (target.hostname !== ours.hostname) return false;
	return target.port === ours.port || (ours.port === '' && ['80', '443'].includes(target.port));
}

function rawQuery(link: string): string {
	const [beforeFragment = ''] = link.split('#', 1);
	const start = beforeFragment.indexOf('?');
	if (start < 0) return '';
	return beforeFragment.slice(start + 1).replace(notAllowedInRequest, escaped);
}

// A request line can't hold these at all; everything else, escapes included, is left alone.
const notAllowedInRequest = /[^\x21\x23-\x3b\x3d\x3f-\x7e]/gu;
