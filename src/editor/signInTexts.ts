import * as l10n from '@vscode/l10n';
import type { WayOut } from './failureText.ts';

/** What is said of a failure, and what to do. */
type Told = readonly [sentence: string, wayOut: WayOut];

/** The app registration is to be corrected: the guide says where. */
const registration = {
	AADSTS65002: () => l10n.t("Microsoft has not allowed the editor's own application for Partner Center."),
	AADSTS50011: () => l10n.t('The app registration lacks a redirect URI of the editor.'),
	AADSTS9002327: () =>
		l10n.t('The app registration has the redirect URI for a single-page application, not for a desktop one.'),
	AADSTS7000218: () => l10n.t('The app registration does not allow public client flows.'),
	AADSTS65001: () => l10n.t('The app registration waits for consent to its permissions.'),
	AADSTS90094: () => l10n.t('An administrator has to consent to the app registration.'),
	AADSTS650057: () => l10n.t('The app registration does not list the permission for the Partner API.'),
	AADSTS650056: () => l10n.t('The app registration lists no permissions, or nobody has consented to them.'),
	AADSTS650052: () =>
		l10n.t('Your organisation has not enabled a service that the app registration asks for.'),
	AADSTS500011: () =>
		l10n.t('Your organisation does not know the Partner API yet; check the scopes and permissions.'),
	AADSTS700016: () => l10n.t('The client id is not known in that tenant.'),
	AADSTS7000112: () => l10n.t('The app registration is disabled.'),
} as const;

/** A setting is to be corrected. */
const settings = {
	AADSTS50194: () =>
		l10n.t('The app registration is for one tenant only, which the setting "tenantId" must name.'),
	AADSTS90002: () => l10n.t('The setting "tenantId" names no tenant that Microsoft knows.'),
	AADSTS70011: () => l10n.t('The setting "scopes" asks for something that Microsoft does not know.'),
} as const;

/** Another account may get through; if none does, an administrator has to let this one. */
const account = {
	AADSTS50020: () => l10n.t('This account belongs to another tenant.'),
	AADSTS90072: () => l10n.t('This account has to be invited to that tenant first.'),
	AADSTS50034: () => l10n.t('This account does not exist in that tenant.'),
	AADSTS51004: () => l10n.t('This account is not in the directory of that tenant.'),
	AADSTS500200: () => l10n.t('A personal account cannot sign in there; use one of your organisation.'),
	AADSTS500208: () => l10n.t('Accounts of this kind cannot sign in there.'),
	AADSTS50057: () => l10n.t('This account is disabled.'),
	AADSTS50053: () => l10n.t('This account is locked after too many attempts to sign in.'),
	AADSTS50055: () => l10n.t('The password of this account has expired.'),
	AADSTS50105: () => l10n.t('An administrator has not assigned this account to the app registration.'),
	AADSTS53000: () => l10n.t('Your organisation requires a device that complies with its policies.'),
	AADSTS53001: () => l10n.t('Your organisation requires a device that has joined its domain.'),
	AADSTS53002: () => l10n.t('Your organisation requires an application that it has approved.'),
	AADSTS53003: () => l10n.t('A Conditional Access policy of your organisation blocks this sign-in.'),
	AADSTS530032: () => l10n.t('A security policy of your organisation blocks this sign-in.'),
	AADSTS530035: () => l10n.t('The security defaults of your organisation block this sign-in.'),
	AADSTS53011: () => l10n.t('Your organisation blocks this account, for which it sees a risk.'),
} as const;

/** Signing in again, and doing what is asked there, helps. */
const again = {
	AADSTS50072: () => l10n.t('Your organisation wants you to set up a second factor; sign in again to do so.'),
	AADSTS50074: () => l10n.t('Your organisation requires a second factor; sign in again with it.'),
	AADSTS50076: () => l10n.t('From here, your organisation requires a second factor; sign in again with it.'),
	AADSTS50079: () => l10n.t('Your organisation now requires a second factor; sign in again to set one up.'),
	AADSTS53004: () => l10n.t('Before this, your organisation wants you to register a second factor.'),
	AADSTS50158: () =>
		l10n.t('Your organisation requires another proof from elsewhere; sign in again to give it.'),
	AADSTS50173: () => l10n.t('Your password has changed since you signed in; sign in again.'),
	AADSTS70043: () => l10n.t('Your organisation wants you to sign in again after some time.'),
	AADSTS700082: () => l10n.t('Your sign-in has not been used for long; sign in again.'),
} as const;

/** What is said when Microsoft Entra tells why signing in failed, by its code; the README explains each sentence. */
export const signInTexts: ReadonlyMap<string, () => Told> = new Map([
	...leadingTo('openGuide', registration),
	...leadingTo('openSettings', settings),
	...leadingTo('switchAccount', account),
	...leadingTo('signIn', again),
]);

/** What is to be done about such a failure, where its sentence doesn't say that. */
export const signInAdvice: ReadonlyMap<WayOut, () => string> = new Map<WayOut, () => string>([
	[
		'openGuide',
		() => l10n.t('Whoever registered the app can correct it; the guide to registering one says how.'),
	],
	['openSettings', () => l10n.t('Correct it in the settings.')],
	['switchAccount', () => l10n.t('Switch to another account, or ask an administrator of your organisation.')],
]);

function leadingTo(wayOut: WayOut, sentences: Readonly<Record<string, () => string>>) {
	return Object.entries(sentences).map(([code, sentence]): [string, () => Told] => [
		code,
		() => [sentence(), wayOut],
	]);
}
