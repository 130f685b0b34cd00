import { instantIn } from './instant.ts';

/**
 * An instant of the service as people of the locale write it, in UTC and saying so; anything that is no date is
 * returned as it is. The service writes zero to seven digits of fractions.
 */
export function dateText(text: string, locale: string): string {
	const instant = instantIn(text);
	if (instant === undefined) return text;
	const format = new Intl.DateTimeFormat(locale, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'UTC',
	});
	return `${format.format(instant)} UTC`;
}

/** The same for an instant that stands for a day when it is midnight, which is then left out. */
export function dayText(text: string, locale: string): string {
	const instant = instantIn(text);
	if (instant === undefined || instant % day !== 0) return dateText(text, locale);
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
}

const day = 24 * 60 * 60 * 1000;
