import * as l10n from '@vscode/l10n';
import type { FailureKind, PartnerError } from '../partner/error.ts';
import { oneLine } from '../text/oneLine.ts';
import { settingTexts } from './settingTexts.ts';
import { signInAdvice, signInTexts } from './signInTexts.ts';

const waysOut = {
	retry: () => l10n.t('Retry'),
	signIn: () => l10n.t('Sign In'),
	switchAccount: () => l10n.t('Switch Account'),
	filter: () => l10n.t('Change the Filter'),
	agree: () => l10n.t('Ask Again'),
	openSettings: () => l10n.t('Open Settings'),
	openSettingsFile: () => l10n.t('Open settings.json'),
	openGuide: () => l10n.t('How to Register an App'),
	checkAccess: () => l10n.t('Check Access'),
} as const;

/** What a person can do about a failure. */
export type WayOut = keyof typeof waysOut;

/** What a way out is called. */
export function wayOutText(wayOut: WayOut): string {
	return waysOut[wayOut]();
}

/** A failure as people read it: one sentence, and what to do. */
export interface FailureText {
	readonly sentence: string;
	/** What to do in words, where the way out has more to it than its name says; else empty. */
	readonly advice: string;
	readonly wayOut: WayOut;
	/** Status and request ids, for whoever reports it. */
	readonly facts: readonly string[];
}

/** Puts a failure into words, by its kind and the codes of Microsoft Entra alone. */
export function failureText(failure: PartnerError, locale = 'en'): FailureText {
	const { kind, facts, retryAt } = failure;
	const signIn = kind === 'signInFailed' ? signInTexts.get(facts.code ?? '') : undefined;
	const setting = kind === 'settingRefused' ? settingTexts.get(facts.setting ?? '') : undefined;
	const [sentence, wayOut]: Text = signIn?.() ?? texts[kind]();
	return {
		sentence: withEnd(setting?.() ?? sentence, retryAt, locale),
		advice: kind === 'signInFailed' ? (signInAdvice.get(wayOut)?.() ?? '') : '',
		wayOut,
		facts: factsIn(failure),
	};
}

/** The sentence with its advice, for where the whole of it is to be read. */
export function withAdvice({ sentence, advice }: FailureText): string {
	return [sentence, advice].filter((text) => text).join(' ');
}

function withEnd(sentence: string, retryAt: number | undefined, locale: string): string {
	if (!retryAt) return sentence;
	const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(retryAt);
	return l10n.t('{0} It ends at {1}.', sentence, time);
}

type Text = readonly [string, WayOut];

/** What is said of each kind of failure; the README's troubleshooting explains each sentence. */
export const texts = {
	signedOut: () => [l10n.t('You are signed out, or your sign-in has expired.'), 'signIn'],
	signInFailed: () => [l10n.t('Signing in to Microsoft failed.'), 'openGuide'],
	forbidden: () => [
		l10n.t(
			'This account may not read referrals: it needs the Referrals admin or Referrals user role in Partner Center.',
		),
		'switchAccount',
	],
	challenged: () => [l10n.t('Your organisation asks you to sign in again for this.'), 'signIn'],
	mfaNeeded: () => [l10n.t('Partner Center wants you to sign in with a second factor.'), 'signIn'],
	mfaMissing: () => [
		l10n.t(
			'Your new sign-in has no second factor either: an administrator can see whether one is registered for you, and whether your identity provider passes it on (amr).',
		),
		'checkAccess',
	],
	badRequest: () => [l10n.t('Partner Center did not understand the filter.'), 'filter'],
	pageRejected: () => [
		l10n.t('Partner Center no longer knows where the next page begins; load again from the start.'),
		'retry',
	],
	gone: () => [l10n.t('This is no longer there, or not visible to you.'), 'retry'],
	idRefused: () => [l10n.t('Partner Center did not understand the id.'), 'retry'],
	notServed: () => [
		l10n.t('There are no referrals at this address; check the setting "endpoint".'),
		'openSettings',
	],
	throttled: () => [l10n.t('Partner Center asks for a pause.'), 'retry'],
	serviceFailed: () => [l10n.t('Partner Center had a problem of its own.'), 'retry'],
	unexpectedStatus: () => [
		l10n.t('Partner Center gave an answer that is not in its documentation.'),
		'retry',
	],
	redirected: () => [
		l10n.t('The service points to another address, which is never followed.'),
		'openSettings',
	],
	unreadable: () => [
		l10n.t('The answer is not from Partner Center, or was cut off: it is no JSON.'),
		'retry',
	],
	wrongShape: () => [l10n.t('The answer is not what was asked for.'), 'retry'],
	tooLarge: () => [l10n.t('The answer is far larger than a page of referrals.'), 'retry'],
	linkRefused: () => [l10n.t('The link to the next page leads elsewhere and was not followed.'), 'retry'],
	chainBroken: () => [
		l10n.t('The pages do not come to an end as they should; loading stopped here.'),
		'retry',
	],
	endpointRefused: () => [
		l10n.t('The setting "endpoint" must be an https: address without a query.'),
		'openSettings',
	],
	settingRefused: () => [l10n.t('A setting of Partner Referrals cannot be used.'), 'openSettings'],
	settingsNotWritten: () => [
		l10n.t(
			'Your settings could not be written. See whether settings.json has errors or unsaved changes, or is protected.',
		),
		'openSettingsFile',
	],
	notAgreed: () => [
		l10n.t('Your sign-in goes to the address in the setting "endpoint" only after you agree.'),
		'agree',
	],
	nameUnknown: () => [
		l10n.t('The name of the service cannot be looked up; this computer may be offline.'),
		'retry',
	],
	connectionRefused: () => [l10n.t('Nobody answers at the address of the service.'), 'retry'],
	unreachable: () => [
		l10n.t('Partner Center cannot be reached; check the network and the proxy settings.'),
		'retry',
	],
	interrupted: () => [l10n.t('The connection broke off before the answer was complete.'), 'retry'],
	timedOut: () => [l10n.t('Partner Center did not answer in time.'), 'retry'],
	untrusted: () => [l10n.t('The certificate of the service is not trusted on this computer.'), 'retry'],
	proxyUnusable: () => [l10n.t('The address of the proxy in the settings cannot be used.'), 'openSettings'],
	proxyUnreachable: () => [l10n.t('The proxy cannot be reached.'), 'retry'],
	proxyUntrusted: () => [l10n.t('The certificate of the proxy is not trusted on this computer.'), 'retry'],
	proxySignIn: () => [l10n.t('The proxy wants a user name and a password.'), 'retry'],
	proxyRefused: () => [l10n.t('The proxy refused to connect to Partner Center.'), 'retry'],
	defect: () => [l10n.t('Something went wrong in Partner Referrals itself.'), 'retry'],
} as const satisfies Record<FailureKind, () => Text>;

function factsIn({ facts: { status, code, requestId, clientRequestId } }: PartnerError): string[] {
	return [
		status !== undefined && l10n.t('Status: {0}', status),
		code !== undefined && l10n.t('Code: {0}', oneLine(code)),
		requestId !== undefined && l10n.t('Request id: {0}', oneLine(requestId)),
		clientRequestId !== undefined && l10n.t('Client request id: {0}', oneLine(clientRequestId)),
	].filter((text) => text !== false);
}
