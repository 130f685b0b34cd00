import { oneLine } from '../text/oneLine.ts';
import { isoText, isRelative, pointIn } from './when.ts';

/** What somebody typed, read; or a sentence that names the field, what is wrong, and an example that works. */
export type Input<T = string> = { readonly value: T } | { readonly refusal: string };

/** What a reader says of itself when it refuses. */
export interface Asked {
	readonly label: string;
	readonly example: string;
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
// \p{C} keeps out what can't be seen or sent: controls, marks of direction, half surrogate pairs.
const mail = /^[^\s\p{C}@]+@[^\s\p{C}@']+\.[^\s\p{C}@']+$/u;
const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
const decimal = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;
const longestText = 200;

/** Why a text can't be read. @param wrong ends a sentence that begins with what was typed, such as "is no GUID" */
export function refused(
	{ label, example }: Asked,
	text: string,
	wrong: string,
): { readonly refusal: string } {
	const typed = oneLine(text, 40);
	const said = typed ? `“${typed}” ${wrong}` : 'nothing was entered';
	return { refusal: `${label}: ${said}; an example that works is ${example}.` };
}

/** Reads one of a closed set, in any case. */
export function readOneOf<T extends string>(values: readonly T[], asked: Asked, text: string): Input<T> {
	const typed = text.trim().toLowerCase();
	const value = values.find((each) => each.toLowerCase() === typed);
	return value ? { value } : refused(asked, text, `is none of ${values.join(', ')}`);
}

export function readGuid(asked: Asked, text: string): Input {
	const value = text.trim();
	return guid.test(value) ? { value } : refused(asked, text, 'is no GUID');
}

export function readMail(asked: Asked, text: string): Input {
	const value = text.trim();
	return mail.test(value) ? { value } : refused(asked, text, 'is no whole mail address');
}

/** Reads a span such as `7d`, a day, which begins at midnight UTC, or an instant, which becomes one in UTC. */
export function readWhen(asked: Asked, text: string): Input {
	const typed = text.trim();
	if (isRelative(typed.toLowerCase())) return { value: typed.toLowerCase() };
	if (!isTime.test(typed))
		return refused(asked, text, 'is neither a span of 1 to 999 h, d, w, m or y nor a date');
	const instant = pointIn(typed);
	const value = instant === undefined ? '' : isoText(instant);
	// A time zone can lead out of the years of four digits, which is all that the service reads.
	return /^\d{4}-/.test(value) ? { value } : refused(asked, text, 'is not in the calendar');
}

/** Reads a span such as `7d`. */
export function readSpan(asked: Asked, text: string): Input {
	const value = text.trim().toLowerCase();
	return isRelative(value) ? { value } : refused(asked, text, 'is no span of 1 to 999 h, d, w, m or y');
}

/** Reads the code of a country, in any case. */
export function readCountry(asked: Asked, text: string): Input {
	const value = text.trim().toUpperCase();
	if (!/^[A-Z]{2}$/.test(value)) return refused(asked, text, 'is no code of two letters (ISO 3166)');
	// `UK` is known to `Intl` as another way to write `GB`, which is what the service uses.
	const known = value !== 'ZZ' && countries.of(value) && new Intl.Locale(`und-${value}`).region === value;
	return known ? { value } : refused(asked, text, 'is no country in ISO 3166');
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Reads the code of a currency, in any case. */
export function readCurrency(asked: Asked, text: string): Input {
	const value = text.trim().toUpperCase();
	return /^[A-Z]{3}$/.test(value)
		? { value }
		: refused(asked, text, 'is no code of three letters (ISO 4217)');
}

/** Reads a number from 0 on, without separators of thousands, which mean different things to different people. */
export function readNumber(asked: Asked, text: string): Input<number> {
	const typed = text.trim();
	const value = decimal.test(typed) ? Number(typed) : Number.NaN;
	return Number.isFinite(value) ? { value } : refused(asked, text, 'is no plain number from 0 on');
}

/** Reads words, without what can't be seen in them, so that what is shown is what is looked for. */
export function readText(asked: Asked, text: string): Input {
	const value = oneLine(text, longestText + 1);
	if ([...value].length > longestText)
		return refused(asked, text, `is longer than ${longestText} characters`);
	return value ? { value } : refused(asked, '', '');
}
