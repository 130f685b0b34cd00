import * as l10n from '@vscode/l10n';

/** What each setting has to be, by its name; said when it is something else. */
export const settingTexts: ReadonlyMap<string, () => string> = new Map(
	Object.entries({
		source: () =>
			l10n.t(
				'The setting "source" must be "partnerCenter" or "sample"; until then, Partner Center is shown.',
			),
		clientId: () =>
			l10n.t('The setting "clientId" must be the id of your app registration in quotes, or empty quotes.'),
		tenantId: () =>
			l10n.t('The setting "tenantId" must be the id of your tenant in quotes, or empty quotes.'),
		scopes: () => l10n.t('The setting "scopes" must be a list of texts in quotes.'),
		network: () =>
			l10n.t('The setting "network" must be "auto", "undici" or "editor"; until then, it is "auto".'),
		queries: () => l10n.t('The setting "queries" must be a list; until then, it has no saved queries.'),
		memoryCeiling: () =>
			l10n.t('The setting "memoryCeiling" must be a number from 1 on; until then, it is 512.'),
		csvSeparator: () =>
			l10n.t('The setting "csvSeparator" must be "comma", "semicolon" or "tab"; until then, it is "comma".'),
		csvProtectDigits: () =>
			l10n.t('The setting "csvProtectDigits" must be true or false; until then, it is false.'),
		fetchAhead: () => l10n.t('The setting "fetchAhead" must be true or false; until then, it is false.'),
	}),
);
