import * as l10n from '@vscode/l10n';
import { numberFormat } from '../../referral/formats.ts';
import { plural } from '../../text/plural.ts';
import type { Found } from './found.ts';

/** What a look has found, in a sentence or two; empty where nothing expires and nothing came in. @param locale a BCP 47 tag */
export function foundText(found: Found, locale: string): string {
	return [expiringText(found, locale), cameText(found, locale)].filter((text) => text).join(' ');
}

function expiringText({ looked, expiring, days }: Found, locale: string): string {
	if (expiring === 0) return '';
	const count = (number: number) => numberFormat(locale).format(number);
	const within = days.toLocaleString(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
	if (looked === 1) return l10n.t('The one new referral looked at expires within {0}.', within);
	return plural(expiring, {
		one: l10n.t('1 of the {0} new referrals looked at expires within {1}.', count(looked), within),
		other: l10n.t(
			'{0} of the {1} new referrals looked at expire within {2}.',
			count(expiring),
			count(looked),
			within,
		),
	});
}

function cameText({ came, since }: Found, locale: string): string {
	if (came === 0 || since === undefined) return '';
	const look = { weekday: 'long', day: 'numeric', month: 'long' } as const;
	const date = new Date(`${since}T00:00:00`).toLocaleDateString(locale, look);
	return plural(came, {
		one: l10n.t('1 new referral came in since {0}.', date),
		other: l10n.t('{0} new referrals came in since {1}.', numberFormat(locale).format(came), date),
	});
}
