import * as l10n from '@vscode/l10n';
import type { BulkRule, Problem } from './rules.ts';

/** What is wrong, in a few words that stand alone. */
export function problemText({ rule, header }: Problem): string {
	return texts[rule](header);
}

const texts = {
	closed: () => l10n.t('closed, and can no longer be changed'),
	lead: () => l10n.t('a lead, not a co-sell opportunity'),
	microsofts: () => l10n.t("Microsoft's side of the deal, not yours"),
	pair: () => l10n.t("status and substatus don't go together"),
	missing: (header) => l10n.t('{0} is missing', header),
	noContact: (header) => l10n.t('{0} is missing, and help from Microsoft needs it', header),
	noReason: (header) => l10n.t('{0} is missing', header),
	badCountry: (header) => l10n.t('{0} is no code of two letters', header),
	badCurrency: (header) => l10n.t('{0} is no code of three letters', header),
	badValue: (header) => l10n.t('{0} is no number', header),
	badDate: (header) => l10n.t('{0} is no date', header),
	pastDate: (header) => l10n.t('{0} has passed', header),
	badIntent: (header) => l10n.t('{0} is none of Yes, No, and Have not decided', header),
	badHelp: (header) => l10n.t('{0} is no number from 1 to 6', header),
	noConsent: (header) => l10n.t('{0} is No', header),
	solution: (header) => l10n.t('{0} needs an id, and a currency for its price', header),
	member: (header) => l10n.t('{0} needs first name, last name, phone number and mail address', header),
	tooMany: (header) => l10n.t('{0} and more are left out, because 50 is the most', header),
	comma: (header) => l10n.t('{0} has a comma inside, and commas separate its parts', header),
	formula: (header) =>
		l10n.t('{0} begins like a formula, so that an apostrophe stands before it in the file', header),
	tooLong: (header) => l10n.t('{0} is cut, because a cell takes 32,767 characters', header),
	iot: () => l10n.t('its IoT details are not in the file'),
} as const satisfies Record<BulkRule, (header: string) => string>;
