import type { FailureKind, PartnerError } from '../partner/error.ts';

/** What a person can do about a failure, and what that is called. */
export const waysOut = {
	retry: 'Retry',
	signIn: 'Sign In',
	switchAccount: 'Switch Account',
	filter: 'Change the Filter',
	openSettings: 'Open Settings',
	openGuide: 'How to Register an App',
} as const;
export type WayOut = keyof typeof waysOut;

/** A failure as people read it: one sentence, and what to do. */
export interface FailureText {
	readonly sentence: string;
	readonly wayOut: WayOut;
	/** Status and request ids, for whoever reports it. */
	readonly facts: readonly string[];
}

/** Puts a failure into words. */
export function failureText(failure: PartnerError, locale = 'en'): FailureText {
	const [sentence, wayOut] = signInTexts[failure.facts.code ?? ''] ?? texts[failure.kind];
	const { retryAt } = failure;
	const until = retryAt && new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(retryAt);
	return { sentence: until ? `${sentence} It ends at ${until}.` : sentence, wayOut, facts: factsIn(failure) };
}

type Text = readonly [string, WayOut];

/** What is said of each kind of failure; the README's troubleshooting explains each sentence. */
export const texts = {
	signedOut: ['You are signed out, or your sign-in has expired.', 'signIn'],
	signInFailed: ['Signing in to Microsoft failed.', 'openGuide'],
	forbidden: [
		'This account may not read referrals: it needs the Referrals admin or Referrals user role in Partner Center.',
		'switchAccount',
	],
	challenged: ['Your organisation asks you to sign in again for this.', 'signIn'],
	badRequest: ['Partner Center did not understand the filter.', 'filter'],
	pageRejected: [
		'Partner Center no longer knows where the next page begins; load again from the start.',
		'retry',
	],
	gone: ['This is no longer there, or not visible to you.', 'retry'],
	throttled: ['Partner Center asks for a pause.', 'retry'],
	serviceFailed: ['Partner Center had a problem of its own.', 'retry'],
	unexpectedStatus: ['Partner Center gave an answer that is not in its documentation.', 'retry'],
	redirected: ['The service points to another address, which is never followed.', 'openSettings'],
	unreadable: ['The answer is not from Partner Center, or was cut off: it is no JSON.', 'retry'],
	wrongShape: ['The answer is not what was asked for.', 'retry'],
	tooLarge: ['The answer is far larger than a page of referrals.', 'retry'],
	linkRefused: ['The link to the next page leads elsewhere and was not followed.', 'retry'],
	chainBroken: ['The pages do not come to an end as they should; loading stopped here.', 'retry'],
	endpointRefused: ['The setting "endpoint" must be an https: address without a query.', 'openSettings'],
	nameUnknown: ['The name of the service cannot be looked up; this computer may be offline.', 'retry'],
	connectionRefused: ['Nobody answers at the address of the service.', 'retry'],
	unreachable: ['Partner Center cannot be reached; check the network and the proxy settings.', 'retry'],
	interrupted: ['The connection broke off before the answer was complete.', 'retry'],
	timedOut: ['Partner Center did not answer in time.', 'retry'],
	untrusted: ['The certificate of the service is not trusted on this computer.', 'retry'],
	proxyUnusable: ['The address of the proxy in the settings cannot be used.', 'openSettings'],
	proxyUnreachable: ['The proxy cannot be reached.', 'retry'],
	proxyUntrusted: ['The certificate of the proxy is not trusted on this computer.', 'retry'],
	proxySignIn: ['The proxy wants a user name and a password.', 'retry'],
	proxyRefused: ['The proxy refused to connect to Partner Center.', 'retry'],
	defect: ['Something went wrong in Partner Referrals itself.', 'retry'],
} as const satisfies Record<FailureKind, Text>;

/** What is said when Microsoft Entra tells why signing in failed, by its code. */
export const signInTexts: Readonly<Record<string, Text>> = {
	AADSTS65002: ["Microsoft has not allowed the editor's own application for Partner Center.", 'openGuide'],
	AADSTS50011: ['The app registration lacks a redirect URI of the editor.', 'openGuide'],
	AADSTS65001: ['The app registration waits for consent to its permissions.', 'openGuide'],
	AADSTS90094: ['An administrator has to consent to the app registration.', 'openGuide'],
	AADSTS500011: [
		'Your organisation does not know the Partner API yet; check the scopes and permissions.',
		'openGuide',
	],
	AADSTS700016: ['The client id is not known in that tenant.', 'openGuide'],
};

function factsIn({ facts }: PartnerError): string[] {
	const known = [
		['Status', facts.status],
		['Code', facts.code],
		['Request id', facts.requestId],
		['Client request id', facts.clientRequestId],
	] as const;
	return known.filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}`);
}
