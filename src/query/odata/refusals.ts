import * as l10n from '@vscode/l10n';
import { deepest, type Imbalance } from '../condition/imbalance.ts';

const example = "status eq 'New' and direction eq 'Incoming'";

/** Why a text is no filter, in one sentence with an example that works. */
export const refusals = {
	tooLong: (most: number) =>
		l10n.t('OData filter: it is longer than {0} characters; an example that works is {1}.', most, example),
	hidden: () =>
		l10n.t('OData filter: it has a character that cannot be seen; an example that works is {0}.', example),
	openQuote: () =>
		l10n.t("OData filter: it has a quote (') that is not closed; an example that works is {0}.", example),
	tooDeep: () =>
		l10n.t(
			'OData filter: it has more than {0} parentheses in each other; an example that works is {1}.',
			deepest,
			example,
		),
	notOpened: () =>
		l10n.t(
			'OData filter: it closes a parenthesis that was not opened; an example that works is {0}.',
			example,
		),
	notClosed: () =>
		l10n.t('OData filter: it has a parenthesis that is not closed; an example that works is {0}.', example),
	bare: (condition: string) =>
		l10n.t('OData filter: it compares “{0}” with nothing; an example that works is {1}.', condition, example),
	both: (label: string, values: string) =>
		l10n.t(
			'OData filter: it wants {0} to be {1} and not to be; an example that works is {2}.',
			label,
			values,
			example,
		),
	tooMuchRest: (most: number) =>
		l10n.t(
			'OData filter: it has more than {0} characters that no field can hold; an example that works is {1}.',
			most,
			example,
		),
	misplaced: (word: string, place: number) =>
		l10n.t(
			'OData filter: it cannot have “{0}” at character {1}; an example that works is {2}.',
			word,
			place,
			example,
		),
	ended: (end: string) =>
		l10n.t('OData filter: it ends too early, after “{0}”; an example that works is {1}.', end, example),
} as const satisfies Record<Imbalance['kind'], () => string> & Readonly<Record<string, unknown>>;
