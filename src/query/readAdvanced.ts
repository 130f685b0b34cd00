import * as l10n from '@vscode/l10n';
import { longest } from '../text/longest.ts';
import { oneLine } from '../text/oneLine.ts';
import { deepest, type Imbalance, imbalanceIn } from './condition/imbalance.ts';
import { type Asked, type Input, refused, refusedAsTooLong, type Sentence } from './input.ts';

/**
 * Reads an OData expression that is sent in parentheses: it must not get out of them, nor hide anything. Whether
 * it is OData is for `readOdata` or the service to say.
 */
export function readAdvanced(asked: Asked, text: string): Input {
	const value = text.trim();
	if (value.length > longest.advanced) return refusedAsTooLong(asked, value, longest.advanced);
	if (oneLine(value, longest.advanced) !== value.replace(/ +/g, ' ')) return refusedAsHidden(asked, value);
	const imbalance = imbalanceIn(value);
	return value && !imbalance ? { value } : refused(asked, value, imbalances[imbalance?.kind ?? 'notClosed']);
}

function refusedAsHidden(asked: Asked, value: string): { readonly refusal: string } {
	return refused(asked, value, (...about) =>
		l10n.t(
			'{0}: “{1}” has characters that cannot be seen, or line breaks; an example that works is {2}.',
			...about,
		),
	);
}

const imbalances = {
	openQuote: (...about) =>
		l10n.t("{0}: “{1}” has a quote (') that is not closed; an example that works is {2}.", ...about),
	tooDeep: (...about) =>
		l10n.t(
			'{0}: “{1}” has more than {3} parentheses in each other; an example that works is {2}.',
			...about,
			deepest,
		),
	notOpened: (...about) =>
		l10n.t('{0}: “{1}” closes a parenthesis that was not opened; an example that works is {2}.', ...about),
	notClosed: (...about) =>
		l10n.t('{0}: “{1}” has a parenthesis that is not closed; an example that works is {2}.', ...about),
} as const satisfies Record<Imbalance['kind'], Sentence>;
