import * as l10n from '@vscode/l10n';
import { longest } from '../text/longest.ts';
import { oneLine } from '../text/oneLine.ts';
import { isMail } from './mail.ts';
import { isoText, isRelative, pointIn } from './when.ts';

/** What somebody typed, read; or a sentence that names the field, what is wrong, and an example that works. */
export type Input<T = string> = { readonly value: T } | { readonly refusal: string };

/** What a reader says of itself when it refuses. */
export interface Asked {
	readonly label: () => string;
	readonly example: string;
}

/** Makes a refusal out of what it is about. */
export type Sentence = (...about: readonly [label: string, typed: string, example: string]) => string;

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
const decimal = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Why a text can't be read; a sentence about it, unless nothing was typed. */
export function refused(
	{ label, example }: Asked,
	text: string,
	sentence: Sentence,
): { readonly refusal: string } {
	const typed = oneLine(text, 40);
	return typed ? { refusal: sentence(label(), typed, example) } : nothingEntered(label(), example);
}

function nothingEntered(label: string, example: string): { readonly refusal: string } {
	return { refusal: l10n.t('{0}: nothing was entered; an example that works is {1}.', label, example) };
}

/** Why a text is none of those that can be read. */
export function refusedAmong(
	asked: Asked,
	text: string,
	values: readonly string[],
): { readonly refusal: string } {
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is none of {3}; an example that works is {2}.', ...about, values.join(', ')),
	);
}

/** Reads one of a closed set, in any case. */
export function readOneOf<T extends string>(values: readonly T[], asked: Asked, text: string): Input<T> {
	const typed = text.trim().toLowerCase();
	const value = values.find((each) => each.toLowerCase() === typed);
	return value ? { value } : refusedAmong(asked, text, values);
}

/**
 * Reads an id. Ids are GUIDs, as far as the service's documentation says; but whatever a referral has can be asked for, and
 * nothing of it is changed, since it is compared exactly.
 */
export function readId(asked: Asked, text: string): Input {
	const value = text.trim();
	// As the service writes them, which may compare them letter by letter.
	if (guid.test(value)) return { value: value.toLowerCase() };
	if (text.length > longest.value) return refusedAsTooLong(asked, text, longest.value);
	return oneLine(text) ? { value: text } : nothingEntered(asked.label(), asked.example);
}

/** Reads an id that somebody typed, who is helped more by hearing of a part that is missing. */
export function readGuid(asked: Asked, text: string): Input {
	const value = text.trim();
	// As the service writes them, which may compare them letter by letter.
	if (guid.test(value)) return { value: value.toLowerCase() };
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is no GUID; an example that works is {2}.', ...about),
	);
}

export function readMail(asked: Asked, text: string): Input {
	const value = text.trim();
	if (isMail(value)) return { value };
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is no whole mail address; an example that works is {2}.', ...about),
	);
}

/** Reads a span such as `7d`, a day, which begins at midnight UTC, or an instant, which becomes one in UTC. */
export function readWhen(asked: Asked, text: string): Input {
	const typed = text.trim();
	if (isRelative(typed.toLowerCase())) return { value: typed.toLowerCase() };
	if (!isTime.test(typed)) return refused(asked, text, neitherSpanNorDate);
	const instant = pointIn(typed);
	const value = instant === undefined ? '' : isoText(instant);
	// A time zone can lead out of the years of four digits, which is all that the service reads.
	if (/^\d{4}-/.test(value)) return { value };
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is not in the calendar; an example that works is {2}.', ...about),
	);
}

const neitherSpanNorDate: Sentence = (...about) =>
	l10n.t(
		'{0}: “{1}” is neither a span of 1 to 999 h, d, w, m or y nor a date; an example that works is {2}.',
		...about,
	);

/** Reads a span such as `7d`. */
export function readSpan(asked: Asked, text: string): Input {
	const value = text.trim().toLowerCase();
	if (isRelative(value)) return { value };
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is no span of 1 to 999 h, d, w, m or y; an example that works is {2}.', ...about),
	);
}

/** Reads the code of a country, in any case. */
export function readCountry(asked: Asked, text: string): Input {
	const typed = text.trim().toUpperCase();
	// Which is what the service has for what many people write.
	const value = typed === 'UK' ? 'GB' : typed;
	if (!/^[A-Z]{2}$/.test(value)) return refused(asked, text, noCountryCode);
	// `Intl` also knows former codes, for which the service has others.
	const known = value !== 'ZZ' && countries.of(value) && new Intl.Locale(`und-${value}`).region === value;
	if (known) return { value };
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is no country in ISO 3166; an example that works is {2}.', ...about),
	);
}

const noCountryCode: Sentence = (...about) =>
	l10n.t('{0}: “{1}” is no code of two letters (ISO 3166); an example that works is {2}.', ...about);

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Reads the code of a currency, in any case. */
export function readCurrency(asked: Asked, text: string): Input {
	const value = text.trim().toUpperCase();
	if (/^[A-Z]{3}$/.test(value)) return { value };
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is no code of three letters (ISO 4217); an example that works is {2}.', ...about),
	);
}

/** Reads a number from 0 on, without separators of thousands, which mean different things to different people. */
export function readNumber(asked: Asked, text: string): Input<number> {
	const typed = text.trim();
	const value = decimal.test(typed) ? Number(typed) : Number.NaN;
	if (Number.isFinite(value)) return { value };
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is no plain number from 0 on; an example that works is {2}.', ...about),
	);
}

/** Reads words, without what can't be seen in them, so that what is shown is what is looked for. */
export function readText(asked: Asked, text: string): Input {
	const value = oneLine(text, longest.value + 1);
	if ([...value].length > longest.value) return refusedAsTooLong(asked, text, longest.value);
	return value ? { value } : nothingEntered(asked.label(), asked.example);
}

/** @param most in characters */
export function refusedAsTooLong(asked: Asked, text: string, most: number): { readonly refusal: string } {
	return refused(asked, text, (...about) =>
		l10n.t('{0}: “{1}” is longer than {3} characters; an example that works is {2}.', ...about, most),
	);
}
