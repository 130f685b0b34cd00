import { changed } from './changed.ts';
import type { Exchange, Fault } from './exchange.ts';

/** Answers that point to another address, which may be somebody else's. */
export const redirectFaults = {
	redirect: redirected(302, ({ elsewhere }) => `https://${elsewhere}/authorize`),
	redirectElsewhere: redirected(307, ({ elsewhere, request }) => `http://${elsewhere}${request.url}`),
	redirectElsewherePermanent: redirected(301, ({ elsewhere }) => `//${elsewhere}/v1.0/referrals`),
	redirectSeeOther: redirected(303, ({ elsewhere }) => `http://${elsewhere}/`),
	redirectSameHost: redirected(307, ({ request }) => `http://${request.headers.host}${request.url}`),
	redirectPermanent: redirected(308, ({ request }) => `http://${request.headers.host}/v2.0${request.url}`),
	redirectToScript: redirected(302, () => 'javascript:alert(1)'),
	redirectNowhere: changed(() => ({ status: 302, body: new Uint8Array() })),
	/** Browsers obey these beside a page that is whole. */
	refreshElsewhere: withHeaders((elsewhere) => ({ refresh: `0; url=http://${elsewhere}/` })),
	locationElsewhere: withHeaders((elsewhere) => ({ location: `http://${elsewhere}/` })),
	alternativeElsewhere: withHeaders((elsewhere) => ({ 'alt-svc': `h2="${elsewhere}"; ma=86400` })),
	/** Nobody who asks with a token needs cookies, which could tell on it. */
	cookie: withHeaders(() => ({ 'set-cookie': 'session=planted; path=/' })),
} as const satisfies Record<string, Fault>;

function redirected(status: number, to: (exchange: Exchange) => string): Fault {
	return changed((reply, exchange) => ({
		status,
		headers: { ...reply.headers, location: to(exchange) },
		body: new Uint8Array(),
	}));
}

function withHeaders(headers: (elsewhere: string) => Readonly<Record<string, string>>): Fault {
	return changed((reply, { elsewhere }) => ({ headers: { ...reply.headers, ...headers(elsewhere) } }));
}
