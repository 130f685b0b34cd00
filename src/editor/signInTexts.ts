import * as l10n from '@vscode/l10n';

/** What is said when Microsoft Entra tells why signing in failed, by its code; the guide has the way out of each. */
export const signInTexts: ReadonlyMap<string, () => string> = new Map([
	['AADSTS65002', () => l10n.t("Microsoft has not allowed the editor's own application for Partner Center.")],
	['AADSTS50011', () => l10n.t('The app registration lacks a redirect URI of the editor.')],
	['AADSTS65001', () => l10n.t('The app registration waits for consent to its permissions.')],
	['AADSTS90094', () => l10n.t('An administrator has to consent to the app registration.')],
	[
		'AADSTS500011',
		() => l10n.t('Your organisation does not know the Partner API yet; check the scopes and permissions.'),
	],
	['AADSTS700016', () => l10n.t('The client id is not known in that tenant.')],
]);
