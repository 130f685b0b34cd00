/** A text about one thing and about several, each a whole sentence or phrase, with the number in it. */
interface Forms {
	readonly one: string;
	readonly other: string;
}

let rules = new Intl.PluralRules('en');

/**
 * Chooses the form of a text that fits a number, by the rules of the language that texts are in: French says "0 jour",
 * Japanese has one form only.
 */
export function plural(count: number, { one, other }: Forms): string {
	return rules.select(count) === 'one' ? one : other;
}

/** Sets the language that texts are in from now on; English until then. @param language a BCP 47 tag */
export function followPluralsOf(language: string): void {
	rules = new Intl.PluralRules(language);
}
