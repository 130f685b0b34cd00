/**
 * The next link as the service writes it: plain http, without `/engagements`, with lower-case escapes, and
 * without the options of the first request. It names the host that was asked, or loopback could not be paged.
 */
export function nextLinkTo(collection: URL, token: string): string {
	const path = collection.pathname.replace('/engagements/', '/');
	const escaped = token.replaceAll('+', '%2b').replaceAll('/', '%2f');
	return `http://${collection.host}${path}?$skiptoken=${escaped}`;
}
