import * as vscode from 'vscode';
import type { SignInEnd } from '../account/lastSignIn.ts';
import { readNetworkSettings } from '../account/networkSettings.ts';
import { readSettings } from '../account/settings.ts';
import { tokenFactsIn } from '../account/tokenFacts.ts';
import { failureText, withAdvice } from '../editor/failureText.ts';
import type { Identity } from '../listing/session.ts';
import type { Dialect, Fluency } from '../partner/dialect.ts';
import { asPartnerError } from '../partner/error.ts';
import { accountWords } from '../query/editor/spoken.ts';

/** What was found out, each with what it is about; nothing of it is customer data. */
export type Finding = readonly [about: string, found: string];

/** What the settings say of where and how the service is asked. */
export function settingsFindings(): readonly Finding[] {
	const { endpoint, clientId, tenantId, scopes, source } = readSettings();
	const own = vscode.l10n.t("VS Code's own");
	return [
		[vscode.l10n.t('Source'), source],
		[vscode.l10n.t('Endpoint'), endpoint],
		[vscode.l10n.t('Client id'), clientId || own],
		[vscode.l10n.t('Tenant in the settings'), tenantId || vscode.l10n.t('none')],
		[vscode.l10n.t('Scopes asked for'), scopes.join(' ')],
	];
}

/** How the service is reached; of a proxy only its host is told, since its address may hold a password. */
export function networkFindings(): readonly Finding[] {
	const { transport, proxy, proxySupport, proxyStrictSSL, systemCertificates } = readNetworkSettings();
	const host = URL.parse(proxy)?.host;
	const named =
		host || (proxy ? vscode.l10n.t('set, but not readable') : vscode.l10n.t('none in the settings'));
	const isUnchecked = process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
	return [
		[vscode.l10n.t('Network'), transport],
		[
			vscode.l10n.t('Proxy'),
			vscode.l10n.t(
				'{0} (http.proxySupport: {1}, http.proxyStrictSSL: {2})',
				...[named, proxySupport, `${proxyStrictSSL}`],
			),
		],
		[
			vscode.l10n.t('Certificates'),
			[
				systemCertificates
					? vscode.l10n.t('those of this computer, too, are trusted')
					: vscode.l10n.t('only those of VS Code are trusted (http.systemCertificates)'),
				isUnchecked && vscode.l10n.t('NODE_TLS_REJECT_UNAUTHORIZED is 0, which is not heeded here'),
			]
				.filter((text) => text)
				.join('; '),
		],
	];
}

/** Who is signed in. */
export function accountFindings({ label, id }: Identity): readonly Finding[] {
	// The editor's ids of accounts end with their tenant.
	const [, tenant] = /\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(id) ?? [];
	return [
		[vscode.l10n.t('Account'), accountWords(label)],
		[vscode.l10n.t("The account's tenant"), tenant ?? vscode.l10n.t('not known')],
	];
}

/** Why the last sign-in came to nothing, if it did. */
export function signInFindings(failed: SignInEnd | undefined): readonly Finding[] {
	const about = vscode.l10n.t('Last sign-in');
	if (failed === 'declined')
		return [[about, vscode.l10n.t('it was cancelled, or its window was closed; choose Sign In')]];
	return failed ? failureFindings(about, failed) : [];
}

/** What is said of whether there is a token without a question to the user. */
export function tokenInSilence(): string {
	return vscode.l10n.t('Token in silence');
}

/** What a token is for, which is looked at in memory; the token itself is shown and kept nowhere. */
export function tokenFindings(token: string): readonly Finding[] {
	const facts = tokenFactsIn(token);
	const had: Finding = [tokenInSilence(), vscode.l10n.t('yes')];
	if (!facts) return [had, [vscode.l10n.t('Token'), vscode.l10n.t('cannot be looked into')]];
	const { audience, tenant, application, scopes, methods } = facts;
	const known = (text: string | undefined) => text ?? vscode.l10n.t('not told');
	return [
		had,
		[vscode.l10n.t("The token's audience"), known(audience)],
		[vscode.l10n.t("The token's tenant"), known(tenant)],
		[vscode.l10n.t("The token's application"), known(application)],
		[vscode.l10n.t("The token's scopes"), known(scopes)],
		[vscode.l10n.t('Sign-in methods (amr)'), known(methods)],
	];
}

/** What failed, in the words that the tree has for it. */
export function failureFindings(about: string, error: unknown): readonly Finding[] {
	const text = failureText(asPartnerError(error), vscode.env.language);
	return [[about, withAdvice(text)], ...text.facts.map((fact): Finding => ['', fact])];
}

/** What the service was found to obey. */
export function dialectFindings(dialect: Dialect): readonly Finding[] {
	const words = {
		spoken: vscode.l10n.t('works'),
		notSpoken: vscode.l10n.t('does not work'),
		unknown: vscode.l10n.t('could not be told'),
	} as const satisfies Record<Fluency, string>;
	return [...dialect].map(
		([operator, fluency]): Finding => [
			operator === '$top' ? vscode.l10n.t('{0} above 100', operator) : operator,
			words[fluency],
		],
	);
}
