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

/** A month as people of the locale write it, such as "November 2026"; empty for none. @param month in months since the year 0 */
export function monthText(month: number, locale: string): string {
	return Number.isNaN(month) ? '' : dateFormat(locale, 'month', 'UTC').format(beginOfMonth(month));
}

/**
 * A fiscal quarter with the months that it has, such as "FY27 Q2 (Oct – Dec 2026)"; empty for none. A fiscal year is named after
 * the calendar year in which it ends.
 * @param month the first one, in months since the year 0
 * @param fiscalYearStart the first month of a fiscal year, from 1
 */
export function quarterText(month: number, fiscalYearStart: number, locale: string): string {
	if (Number.isNaN(month)) return '';
	const { year, quarter } = quarterOf(month, fiscalYearStart);
	const months = dateFormat(locale, 'months', 'UTC').formatRange(
		beginOfMonth(month),
		beginOfMonth(month + 2),
	);
	return l10n.t('FY{0} Q{1} ({2})', year, quarter, months);
}

/** The same in short, such as "FY27 Q2". */
export function quarterName(month: number, fiscalYearStart: number): string {
	const { year, quarter } = quarterOf(month, fiscalYearStart);
	return l10n.t('FY{0} Q{1}', year, quarter);
}

function quarterOf(
	month: number,
	fiscalYearStart: number,
): { readonly year: string; readonly quarter: string } {
	const into = (((month - (fiscalYearStart - 1)) % 12) + 12) % 12;
	const year = Math.floor((month - into + 11) / 12);
	return { year: `${year % 100}`.padStart(2, '0'), quarter: `${Math.floor(into / 3) + 1}` };
}

/**
 * The first instant of a month in UTC, in milliseconds since 1970; `Date.UTC` takes the years up to 99 for those of the last
 * century. @param month in months since the year 0
 */
export function beginOfMonth(month: number): number {
	return new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
}
