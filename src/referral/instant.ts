const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant that a text names in ISO 8601 with a time zone, as milliseconds since 1970; undefined for any other
 * text, in nearly all of which `Date` would find a date nevertheless, and for a date that was never set. Digits beyond milliseconds are dropped.
 */
export function instantIn(text: string): number | undefined {
	// A hundred thousand rows ask for theirs when they are put into an order.
	const plain = plainInstant(text);
	return Number.isNaN(plain) ? readInstant(text) : plain;
}

const hour = 3_600_000;

/** One in UTC, as the service writes nearly all of them, read without looking at a pattern; NaN for any other, and for what is rare. */
function plainInstant(text: string): number {
	if (text.length < 20 || !hasMarks(text)) return Number.NaN;
	const [hours, minutes, seconds] = [twoAt(text, 11), twoAt(text, 14), twoAt(text, 17)];
	const [year, month, day] = [twoAt(text, 0) * 100 + twoAt(text, 2), twoAt(text, 5), twoAt(text, 8)];
	// Of years in which nothing is unset, and of days that each month has.
	const isDay = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
	if (!isDay || !(hours < 24 && minutes < 60 && seconds < 60)) return Number.NaN;
	return Date.UTC(year, month - 1, day) + hours * hour + minutes * 60_000 + seconds * 1000 + millisIn(text);
}

/** Whether `-`, `T` and `:` stand where they have to. */
function hasMarks(text: string): boolean {
	const isDate = text.charCodeAt(4) === 0x2d && text.charCodeAt(7) === 0x2d && text.charCodeAt(10) === 0x54;
	return isDate && text.charCodeAt(13) === 0x3a && text.charCodeAt(16) === 0x3a;
}

/** A number of two digits; NaN for what is none. */
function twoAt(text: string, at: number): number {
	const [tens, ones] = [text.charCodeAt(at) - 0x30, text.charCodeAt(at + 1) - 0x30];
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** What stands behind the seconds, as milliseconds; NaN unless it ends in Z. */
function millisIn(text: string): number {
	const end = text.length - 1;
	if (text.charCodeAt(end) !== 0x5a || end === 20 || (end > 20 && text.charCodeAt(19) !== 0x2e))
		return Number.NaN;
	let millis = 0;
	for (let at = 20, worth = 100; at < end; at++, worth = Math.trunc(worth / 10)) {
		const digit = text.charCodeAt(at) - 0x30;
		if (digit < 0 || digit > 9) return Number.NaN;
		millis += digit * worth;
	}
	return millis;
}

function readInstant(text: string): number | undefined {
	const instant = isoInstant.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(instant) || !isInCalendar(text.slice(0, 10)) || isUnset(instant, text)
		? undefined
		: instant;
}

/** In the first days that there are, so that hardly any text needs to be looked at. */
function isUnset(instant: number, text: string): boolean {
	return instant < secondYear && isNoDate(text);
}

const secondYear = Date.parse('0002-01-01T00:00:00Z');

/** `Date` takes 30 February for 2 March; up to the 28th, there is nothing to see to. */
function isInCalendar(date: string): boolean {
	if (date.slice(8) <= '28') return true;
	return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

/**
 * Which of two instants of the service is later, by all of the digits that it writes; positive when the first one is. Of
 * texts that name no instant nothing can be said, which is 0.
 */
export function compareInstants(one: string | undefined, other: string | undefined): number {
	if (one === undefined || other === undefined || one === other) return 0;
	const [first, second] = [instantIn(one), instantIn(other)];
	if (first === undefined || second === undefined) return 0;
	if (first !== second) return first - second;
	const length = Math.max(one.length, other.length);
	const [digits, others] = [fractionOf(one, length), fractionOf(other, length)];
	if (digits === others) return 0;
	return digits > others ? 1 : -1;
}

/** With as many zeros behind it as make those of both as long, so that they compare as numbers do. */
function fractionOf(text: string, length: number): string {
	return (/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(length, '0');
}

// `DateTime.MinValue` of .NET, in the spellings of its serializers and of invariant, American and European text; at any time
// of the day, since some shift it to another time zone.
const spelling =
	/^\s*(?:0001-01-01(?:[T ][\d:.]{4,20}(?:Z|[+-]\d\d:?\d\d)?)?|0?1[./-]0?1[./-]0001(?: [\d:.]{4,20}(?: AM)?)?|\/Date\(-62135596800000(?:[+-]\d{4})?\)\/)\s*$/i;

/** The longest of them, and white space. */
const longest = 60;

/** Whether a text stands for a date that was never set, which some services write as the first instant that they have. */
export function isNoDate(text: string): boolean {
	return text.length <= longest && spelling.test(text);
}
