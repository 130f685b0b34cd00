import { openSkipToken, sealSkipToken } from '../../src/sample/service/skipToken.ts';
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
	foreignNextLink: linked(({ query }, { elsewhere }) => `https://${elsewhere}/v1.0/referrals${query}`),
	foreignHttpNextLink: linked(({ query }, { elsewhere }) => `http://${elsewhere}/v1.0/referrals${query}`),
	schemelessForeignNextLink: linked(({ query }, { elsewhere }) => `//${elsewhere}/v1.0/referrals${query}`),
	backslashForeignNextLink: linked(({ query }, { elsewhere }) => `\\\\${elsewhere}\\referrals${query}`),
	/** What parses addresses drops tabs and line ends from them. */
	brokenUpForeignNextLink: linked(({ query }, { elsewhere }) => `ht\ttp:\n//${elsewhere}/${query}`),
	subdomainNextLink: linked(({ query }, { request, elsewhere }) => {
		const [name = ''] = host(request).split(':');
		return `http://${name}.${elsewhere}/v1.0/referrals${query}`;
	}),
	userinfoNextLink: linked(({ query }, { request, elsewhere }) => {
		return `http://${host(request)}@${elsewhere}/v1.0/referrals${query}`;
	}),
	credentialsNextLink: linked(({ query }, { request }) => {
		return `http://user:secret@${host(request)}/v1.0/referrals${query}`;
	}),
	otherPortNextLink: linked(({ query }, { elsewhere }) => {
		const [, port = '9'] = elsewhere.split(':');
		return `http://127.0.0.1:${port}/v1.0/referrals${query}`;
	}),
	otherPathNextLink: linked(({ query }, { request }) => `http://${host(request)}/v9/customers/1${query}`),
	socketNextLink: linked(({ query }, { request }) => `ws://${host(request)}/v1.0/referrals${query}`),
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
	blankNextLink: linked(() => ' '),
	paddedNextLink: linked(({ link }) => ` ${link}\n`),
	numberNextLink: linked(() => 7),
	trueNextLink: linked(() => true),
	objectNextLink: linked(({ link }) => ({ uri: link, method: 'GET' })),
	listNextLink: linked(({ link }) => [link]),
	missingNextLink: linked(() => undefined),
	/** The way on under other names that OData and services of Microsoft have for it. */
	atNextLink: named('@nextLink'),
	odataNextLink: named('odata.nextLink'),
	plainNextLink: named('nextLink'),
	lowerCaseNextLink: named('@odata.nextlink'),
	/** What looks like a way on, and isn't one that is documented anywhere. */
	skipTokenInstead: named('skipToken'),
	continuationInstead: named('continuationToken'),
	linksInstead: changedPage((page, exchange) => ({
		...page,
		'@odata.nextLink': undefined,
		links: { next: { uri: regular(page, exchange).link } },
	})),
	/** As it comes when the endpoint is a gateway. */
	microsoftNextLink: linked(
		({ query }) => `https://api.partner.microsoft.com/v1.0/engagements/referrals${query}`,
	),
	microsoftLookalikeNextLink: linked(
		({ query }) => `https://api.partner.microsoft.com.evil.example/${query}`,
	),
	/** Every later page names itself as the next one. */
	repeatingToken: linked(({ link, query }, { request }) => {
		const asked = request.url ?? '';
		return asked.includes('$skiptoken=') ? link.replace(query, asked.slice(asked.indexOf('?'))) : link;
	}),
	/** Every later page leads back to the first. */
	loopingToken: linked(({ link }, { request }) => {
		const [, asked] = /\$skiptoken=([^&]+)/.exec(request.url ?? '') ?? [];
		const state = asked && openSkipToken(decodeURIComponent(asked));
		if (!state) return link;
		return link.replace(
			/\?.*/,
			`?$skiptoken=${encodeURIComponent(sealSkipToken(state.replace(/^\d+(?:@\d+,\S*)?/, '0')))}`,
		);
	}),
	emptyPageWithLink: changedPage((page, exchange) => {
		return { ...page, '@odata.count': 0, value: [], '@odata.nextLink': regular(page, exchange).link };
	}),
} as const satisfies Record<string, Fault>;

function named(name: string): Fault {
	return changedPage((page, exchange) => ({
		...page,
		'@odata.nextLink': undefined,
		[name]: regular(page, exchange).link,
	}));
}

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
