const known = new Map<string, Intl.NumberFormat>();

/** There are as many as there are words of three letters that strangers may have put for a currency. */
const most = 200;

/** A format of numbers that is made once: to make one takes a hundred times as long as to use it, and each row does. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = `${locale} ${options.maximumFractionDigits} ${options.currency} ${options.currencyDisplay}`;
	const made = known.get(key);
	if (made) return made;
	const format = new Intl.NumberFormat(locale, options);
	if (known.size >= most) known.clear();
	known.set(key, format);
	return format;
}
