const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const units = [
	['year', 365 * day],
	['month', 30 * day],
	['day', day],
	['hour', hour],
	['minute', minute],
] as const;

type Amount = readonly [amount: number, unit: (typeof units)[number][0]];

/** A time from now or ago, such as "in 4 days"; whole units only, so that nothing is said to be longer than it is. */
export function relativeText(instant: number, now: number, locale: string): string {
	const [amount, unit] = amountOf(instant - now);
	return formats(locale).relative.format(amount, unit);
}

/** A span of time, such as "3 days". */
export function spanText(milliseconds: number, locale: string): string {
	const [amount, unit] = amountOf(Math.max(0, milliseconds));
	return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/**
 * An instant as people of the locale write it, in the time zone of the reader; one at midnight UTC stands for a day,
 * which would be another one in some time zones.
 */
export function absoluteText(instant: number, locale: string): string {
	const { day: dayFormat, local } = formats(locale);
	return (instant % day === 0 ? dayFormat : local).format(instant);
}

/** An instant in UTC, for comparing with what Partner Center says. */
export function utcText(instant: number, locale: string): string {
	return `${formats(locale).utc.format(instant)} UTC`;
}

/** Made once, since making one takes longer than all that a page shows of it. */
const made = new Map<string, Formats>();

interface Formats {
	readonly relative: Intl.RelativeTimeFormat;
	readonly day: Intl.DateTimeFormat;
	readonly local: Intl.DateTimeFormat;
	readonly utc: Intl.DateTimeFormat;
}

function formats(locale: string): Formats {
	const known = made.get(locale) ?? {
		relative: new Intl.RelativeTimeFormat(locale, { numeric: 'always' }),
		day: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
		local: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
		utc: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium', timeZone: 'UTC' }),
	};
	made.set(locale, known);
	return known;
}

// Months only from two on, since the days of one are of more use to somebody who has to answer in fourteen.
function amountOf(milliseconds: number): Amount {
	const size = Math.abs(milliseconds);
	const [unit, length] =
		units.find(([name, each]) => size >= (name === 'month' ? 2 * each : each)) ?? units[4];
	return [Math.trunc(milliseconds / length), unit];
}
