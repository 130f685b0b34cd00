import type { FailureKind, PartnerError } from '../partner/error.ts';

/** Settings that are to be looked at after a failure, where nothing but its kind or its code says so. */
const concerned: ReadonlyMap<FailureKind | string, string> = new Map([
	['endpointRefused', 'partnerReferrals.endpoint'],
	['redirected', 'partnerReferrals.endpoint'],
	['proxyUnusable', 'http.proxy'],
	['AADSTS50194', 'partnerReferrals.tenantId'],
	['AADSTS90002', 'partnerReferrals.tenantId'],
	['AADSTS70011', 'partnerReferrals.scopes'],
]);

/** What to search the settings for after a failure, so that they open at what is to be corrected. */
export function settingsAt({ kind, facts }: PartnerError): string {
	const named = facts.setting && `partnerReferrals.${facts.setting}`;
	const byCode = kind === 'signInFailed' ? concerned.get(facts.code ?? '') : undefined;
	const setting = named ?? byCode ?? concerned.get(kind);
	return setting ? `@id:${setting}` : '@ext:partner-referrals.partner-referrals';
}
