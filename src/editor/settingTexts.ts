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
		copyColumns: () =>
			l10n.t('The setting "copyColumns" must be a list of texts in quotes; what is none is passed over.'),
		autoRefresh: () => l10n.t('The setting "autoRefresh" must be true or false; until then, it is false.'),
		dailyLook: () => l10n.t('The setting "dailyLook" must be true or false; until then, it is false.'),
		rememberSeen: () =>
			l10n.t('The setting "rememberSeen" must be true or false; until then, nothing is remembered.'),
		portalAddress: () => l10n.t('The setting "portalAddress" must be an https address in quotes.'),
		tabTitle: () => l10n.t('The setting "tabTitle" must be "id" or "deal"; until then, it is "id".'),
		expiringDays: () =>
			l10n.t('The setting "expiringDays" must be a number from 0 to 60; until then, it is 3.'),
		badge: () =>
			l10n.t(
				'The setting "badge" must be "expiring", "attention", "changes" or "off"; until then, it is "expiring".',
			),
		attentionRules: () =>
			l10n.t(
				'The setting "attentionRules" must be an object with true or false for each rule; until then, all are true.',
			),
		untouchedDays: () =>
			l10n.t('The setting "untouchedDays" must be a number from 1 to 3650; until then, it is 30.'),
		acceptedDays: () =>
			l10n.t('The setting "acceptedDays" must be a number from 1 to 3650; until then, it is 45.'),
		fiscalYearStart: () =>
			l10n.t('The setting "fiscalYearStart" must be a number from 1 to 12; until then, it is 7.'),
		presentationMode: () =>
			l10n.t('The setting "presentationMode" must be true or false; until then, customers are hidden.'),
		presentationHidesValues: () =>
			l10n.t('The setting "presentationHidesValues" must be true or false; until then, values are hidden.'),
		fetchAhead: () => l10n.t('The setting "fetchAhead" must be true or false; until then, it is false.'),
		loadOnOpen: () => l10n.t('The setting "loadOnOpen" must be true or false; until then, it is false.'),
	}),
);
