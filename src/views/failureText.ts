import type { FailureKind, PartnerError } from '../partner/partnerError.ts';

/** What a person can do about a failure; each is a command without arguments or acts on the failed row. */
export type WayOut = 'retry' | 'signIn' | 'filter' | 'openSettings';

/** A failure as people read it: one sentence, and what to do. */
export interface FailureText {
	readonly sentence: string;
	readonly wayOut: WayOut;
	/** Status and request ids, for whoever reports it. */
	readonly facts: readonly string[];
}

/** Puts a failure into words. */
export function failureText(failure: PartnerError): FailureText {
	const [sentence, wayOut] = texts[failure.kind];
	return { sentence, wayOut, facts: factsIn(failure) };
}

const texts = {
	signedOut: ['You are signed out, or your sign-in has expired.', 'signIn'],
	signInFailed: ['Signing in to Microsoft failed.', 'signIn'],
	forbidden: [
		'This account may not read referrals: it needs the Referrals admin or Referrals user role in Partner Center.',
		'signIn',
	],
	challenged: ['Your organisation asks you to sign in again for this.', 'signIn'],
	badRequest: ['Partner Center did not understand the filter.', 'filter'],
	pageRejected: [
		'Partner Center no longer knows where the next page begins; retry to load from the start.',
		'retry',
	],
	gone: ['This is no longer there, or not visible to you.', 'retry'],
	throttled: ['Partner Center asks for a pause; wait a little, then retry.', 'retry'],
	serviceFailed: ['Partner Center had a problem of its own.', 'retry'],
	unexpectedStatus: ['Partner Center gave an answer that is not in its documentation.', 'retry'],
	redirected: [
		'The service points to another address, which is never followed; check the endpoint.',
		'openSettings',
	],
	unreadable: ['The answer is not from Partner Center, or was cut off: it is no JSON.', 'retry'],
	wrongShape: ['The answer holds no list of referrals.', 'retry'],
	tooLarge: ['The answer is far larger than a page of referrals.', 'retry'],
	linkRefused: ['The link to the next page leads elsewhere and was not followed.', 'retry'],
	chainBroken: ['The pages do not come to an end as they should; loading stopped here.', 'retry'],
	endpointRefused: ['The setting "endpoint" must be an https: address without a query.', 'openSettings'],
	nameUnknown: [
		'The name of Partner Center cannot be found; this computer may be offline, or need a proxy.',
		'retry',
	],
	connectionRefused: [
		'Partner Center does not take connections; check the network and the proxy settings.',
		'retry',
	],
	unreachable: ['Partner Center cannot be reached; check the network and the proxy settings.', 'retry'],
	interrupted: ['The connection to Partner Center broke off.', 'retry'],
	timedOut: ['Partner Center did not answer in time.', 'retry'],
	untrusted: ['The certificate of Partner Center is not trusted on this computer.', 'retry'],
	proxyUnusable: ['The address of the proxy cannot be used; check the proxy settings.', 'retry'],
	proxyUnreachable: ['The proxy cannot be reached; check the proxy settings.', 'retry'],
	proxyUntrusted: ['The certificate of the proxy is not trusted on this computer.', 'retry'],
	proxySignIn: ['The proxy asks for a user name and password; check the proxy settings.', 'retry'],
	proxyRefused: ['The proxy refused to connect to Partner Center.', 'retry'],
	defect: ['Something went wrong in Partner Referrals itself.', 'retry'],
} as const satisfies Record<FailureKind, readonly [string, WayOut]>;

function factsIn({ facts }: PartnerError): string[] {
	const known = [
		['Status', facts.status],
		['Code', facts.code],
		['Request id', facts.requestId],
		['Client request id', facts.clientRequestId],
	] as const;
	return known.filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}`);
}
