import * as l10n from '@vscode/l10n';
import { isNot, valuesOf, type Wanted } from './wanted.ts';

/**
 * What a condition looks for in words, such as "PL or DE" and "not PL or DE".
 * @param locale without one, values stand behind commas
 * @param said what is said of a value
 */
export function wantedText(
	wanted: Wanted,
	locale?: string,
	said: (value: string) => string = (value) => value,
): string {
	const words = valuesOf(wanted).map(said);
	const any = locale ? new Intl.ListFormat(locale, { type: 'disjunction' }).format(words) : words.join(', ');
	return isNot(wanted) ? l10n.t('not {0}', any) : any;
}
