import type { QueryField } from '../field.ts';
import { readCountry } from '../input.ts';

/** A value that can be checked, and what else it is called. */
export interface Offer {
	readonly value: string;
	readonly name?: string;
}

/** What is known of the values of a condition that can have several: all of them, those with a code, or none. */
export function offersFor({ name, values }: QueryField, locale: string): readonly Offer[] {
	if (values) return values.map((value) => ({ value }));
	if (name === 'country') return named(countries(), new Intl.DisplayNames(locale, { type: 'region' }));
	const currencies = name === 'currency' ? Intl.supportedValuesOf('currency') : [];
	return named(currencies, new Intl.DisplayNames(locale, { type: 'currency' }));
}

/** Which one somebody means who has typed a text: one that is called so, begins so, or has it in its name. */
export function meantBy(typed: string, offers: readonly Offer[]): Offer | undefined {
	const text = typed.trim().toLowerCase();
	if (text === '') return undefined;
	const has = (test: (words: string) => boolean) => (offer: Offer) =>
		test(offer.value.toLowerCase()) || test(offer.name?.toLowerCase() ?? '');
	return (
		offers.find(has((words) => words === text)) ??
		offers.find(has((words) => words.startsWith(text))) ??
		offers.find(has((words) => words.includes(text)))
	);
}

function named(codes: readonly string[], names: Intl.DisplayNames): readonly Offer[] {
	const offers = codes.map((value) => ({ value, name: names.of(value) ?? value }));
	return offers.sort((one, other) => one.name.localeCompare(other.name));
}

/** All codes of two letters that are a country's. */
function countries(): readonly string[] {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const codes = letters.flatMap((first) => letters.map((second) => first + second));
	const asked = { label: () => '', example: '' };
	return codes.filter((code) => {
		const read = readCountry(asked, code);
		return 'value' in read && read.value === code;
	});
}
