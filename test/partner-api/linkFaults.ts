import { changedPage } from './changed.ts';
import type { Exchange, Fault } from './exchange.ts';

/** The regular link and its query, `?` included. */
interface Link {
	readonly link: string;
	readonly query: string;
}

/** Pages whose next link is unusual, hostile, or leads nowhere. A last page gets one as well. */
export const linkFaults = {
	httpNextLink: linked(
		({ query }, { request }) => `http://${host(request)}/v1.0/engagements/referrals${query}`,
	),
	httpsNextLink: linked(({ link }) => link.replace('http:', 'https:')),
	relativeNextLink: linked(({ query }) => `referrals${query}`),
	queryOnlyNextLink: linked(({ query }) => query),
	absolutePathNextLink: linked(({ query }) => `/v1.0/engagements/referrals${query}`),
	foreignNextLink: linked(({ query }) => `https://referrals.example/v1.0/referrals${query}`),
	schemelessForeignNextLink: linked(({ query }) => `//referrals.example/v1.0/referrals${query}`),
	subdomainNextLink: linked(({ query }, { request }) => {
		const [name = ''] = host(request).split(':');
		return `http://${name}.referrals.example/v1.0/referrals${query}`;
	}),
	userinfoNextLink: linked(({ query }, { request }) => {
		return `http://${host(request)}@referrals.example/v1.0/referrals${query}`;
	}),
	credentialsNextLink: linked(({ query }, { request }) => {
		return `http://user:secret@${host(request)}/v1.0/referrals${query}`;
	}),
	otherPortNextLink: linked(({ query }) => `http://127.0.0.1:9/v1.0/referrals${query}`),
	fileNextLink: linked(() => 'file:///etc/hosts?$skiptoken=x'),
	scriptNextLink: linked(() => 'javascript:alert(1)?$skiptoken=x'),
	brokenNextLink: linked(() => 'http://[not an address'),
	nextLinkWithoutQuery: linked(({ link, query }) => link.replace(query, '')),
	nextLinkWithFragment: linked(({ link }) => `${link}#top`),
	nextLinkWithFilter: linked(({ link }) => `${link}&$filter=status eq 'New'`),
	upperCaseNextLink: linked(({ link }) => link.replaceAll(/%2[bf]/g, (escaped) => escaped.toUpperCase())),
	unescapedNextLink: linked(({ link }) => link.replaceAll('%2b', '+').replaceAll('%2f', '/')),
	rejectedToken: linked(({ link }) => link.replace(/skiptoken=..../, 'skiptoken=AAAA')),
	hugeNextLink: linked(({ link }) => `${link}${'A'.repeat(100_000)}`),
	emptyNextLink: linked(() => ''),
	nullNextLink: linked(() => null),
	numberNextLink: linked(() => 7),
	missingNextLink: linked(() => undefined),
	/** Every later page names itself as the next one. */
	repeatingToken: linked(({ link, query }, { request }) => {
		const asked = request.url ?? '';
		return asked.includes('$skiptoken=') ? link.replace(query, asked.slice(asked.indexOf('?'))) : link;
	}),
	emptyPageWithLink: changedPage((page, exchange) => {
		return { ...page, '@odata.count': 0, value: [], '@odata.nextLink': regular(page, exchange).link };
	}),
} as const satisfies Record<string, Fault>;

function linked(change: (regular: Link, exchange: Exchange) => unknown): Fault {
	return changedPage((page, exchange) => ({
		...page,
		'@odata.nextLink': change(regular(page, exchange), exchange),
	}));
}

function regular(page: Readonly<Record<string, unknown>>, { request }: Exchange): Link {
	const given = page['@odata.nextLink'];
	const link =
		typeof given === 'string' ? given : `http://${host(request)}/v1.0/referrals?$skiptoken=AAAA%2bAAA`;
	return { link, query: link.slice(link.indexOf('?')) };
}

function host(request: Exchange['request']): string {
	return request.headers.host ?? '';
}
