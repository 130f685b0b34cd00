import * as l10n from '@vscode/l10n';
import { dateFormat } from './formats.ts';
import { instantIn, isNoDate } from './instant.ts';

/**
 * An instant of the service as people of the locale write it, with its time zone, which is UTC unless another one is asked
 * for; one that was never set is empty, and anything that is no date is returned as it is. The service writes zero to seven digits of fractions.
 * @param timeZone by its IANA name
 */
export function dateText(text: string, locale: string, timeZone = 'UTC'): string {
	const instant = instantIn(text);
	if (instant === undefined) return isNoDate(text) ? '' : text;
	const date = dateFormat(locale, 'minute', timeZone).format(instant);
	// Some locales have longer words for UTC, which Partner Center has not.
	return timeZone === 'UTC' ? l10n.t('{0} UTC', date) : `${date} ${zoneText(instant, locale, timeZone)}`;
}

/** The same for an instant that stands for a day when it is midnight in UTC: that day alone, in all time zones. */
export function dayText(text: string, locale: string, timeZone = 'UTC'): string {
	const instant = instantIn(text);
	if (instant === undefined || instant % day !== 0) return dateText(text, locale, timeZone);
	return dateFormat(locale, 'day', 'UTC').format(instant);
}

const day = 24 * 60 * 60 * 1000;

/** What the time zone is called at that time of the year. */
function zoneText(instant: number, locale: string, timeZone: string): string {
	const parts = dateFormat(locale, 'zone', timeZone).formatToParts(instant);
	return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
