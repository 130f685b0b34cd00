// Made once: to make a format takes a hundred times as long as to use it, and each row does.

/** There are as many as there are words of three letters that strangers may have put for a currency. */
const most = 200;

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();
const regions = new Map<string, Intl.DisplayNames>();

/** How numbers and money are written. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
	const { style, maximumFractionDigits, currency, currencyDisplay, notation } = options;
	const key = `${locale} ${style} ${maximumFractionDigits} ${currency} ${currencyDisplay} ${notation}`;
	return kept(numbers, key, () => new Intl.NumberFormat(locale, options));
}

/** What is told of an instant. */
export type DateStyle = keyof typeof dateStyles;

const dateStyles = {
	day: { dateStyle: 'medium' },
	month: { month: 'long', year: 'numeric' },
	months: { month: 'short', year: 'numeric' },
	minute: { dateStyle: 'medium', timeStyle: 'short' },
	zone: { timeZoneName: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** How dates are written. @param timeZone by its IANA name */
export function dateFormat(locale: string, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
	return kept(
		dates,
		`${locale} ${style} ${timeZone}`,
		() => new Intl.DateTimeFormat(locale, { ...dateStyles[style], timeZone }),
	);
}

/** How a time from now or ago is written: always by its number, "in 1 day" rather than "tomorrow". */
export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
	return kept(relatives, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
}

/** What countries are called; undefined for a code that is none. */
export function regionNames(locale: string): Intl.DisplayNames {
	return kept(regions, locale, () => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }));
}

/**
 * A language as `Intl` takes it, from the name that the editor has for it, such as `pt-br`. For one that `Intl` does not
 * know, and would silently take the machine's or throw, it is English, which the words are in then, too.
 */
export function localeFor(language: string): string {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
	} catch {
		return 'en';
	}
}

function kept<Format>(known: Map<string, Format>, key: string, make: () => Format): Format {
	const before = known.get(key);
	if (before) return before;
	const format = make();
	if (known.size >= most) known.clear();
	known.set(key, format);
	return format;
}
