/**
 * An instant of the service as people of the locale write it, in UTC and saying so; anything that is no date is
 * returned as it is. The service writes zero to seven digits of fractions.
 */
export function dateText(text: string, locale: string): string {
	const instant = isoInstant.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(instant)) return text;
	const format = new Intl.DateTimeFormat(locale, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'UTC',
	});
	return `${format.format(instant)} UTC`;
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The same for an instant that stands for a day when it is midnight, which is then left out. */
export function dayText(text: string, locale: string): string {
	const instant = Date.parse(text);
	if (Number.isNaN(instant) || instant % day !== 0) return dateText(text, locale);
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
}

const day = 24 * 60 * 60 * 1000;
