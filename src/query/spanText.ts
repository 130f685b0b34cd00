import * as l10n from '@vscode/l10n';
import { spanIn, type Unit } from './when.ts';

/** What is said of a span, in the words for each unit. */
type Phrases = Readonly<Record<Unit, (amount: number) => string>>;

/** Changed within a span that ends now, such as `7d`; a text that is no span is returned as it is. */
export function updatedWithinText(span: string): string {
	return said(span, updatedWithin);
}

/** Not changed within a span that ends now. */
export function updatedBeforeText(span: string): string {
	return said(span, updatedBefore);
}

/** Expiring within a span that begins now. */
export function expiresWithinText(span: string): string {
	return said(span, expiresWithin);
}

function said(text: string, phrases: Phrases): string {
	const span = spanIn(text);
	return span ? phrases[span.unit](span.amount) : text;
}

// No word is put together with others: in most languages its form depends on what it stands beside. "The last day" is not
// a matter of plurals, for some languages say "one" for 21 as well.
const updatedWithin: Phrases = {
	h: (n) => (n === 1 ? l10n.t('updated in the last hour') : l10n.t('updated in the last {0} hours', n)),
	d: (n) => (n === 1 ? l10n.t('updated in the last day') : l10n.t('updated in the last {0} days', n)),
	w: (n) => (n === 1 ? l10n.t('updated in the last week') : l10n.t('updated in the last {0} weeks', n)),
	m: (n) => (n === 1 ? l10n.t('updated in the last month') : l10n.t('updated in the last {0} months', n)),
	y: (n) => (n === 1 ? l10n.t('updated in the last year') : l10n.t('updated in the last {0} years', n)),
};

const updatedBefore: Phrases = {
	h: (n) =>
		n === 1 ? l10n.t('updated before the last hour') : l10n.t('updated before the last {0} hours', n),
	d: (n) => (n === 1 ? l10n.t('updated before the last day') : l10n.t('updated before the last {0} days', n)),
	w: (n) =>
		n === 1 ? l10n.t('updated before the last week') : l10n.t('updated before the last {0} weeks', n),
	m: (n) =>
		n === 1 ? l10n.t('updated before the last month') : l10n.t('updated before the last {0} months', n),
	y: (n) =>
		n === 1 ? l10n.t('updated before the last year') : l10n.t('updated before the last {0} years', n),
};

const expiresWithin: Phrases = {
	h: (n) => (n === 1 ? l10n.t('expires in the next hour') : l10n.t('expires in the next {0} hours', n)),
	d: (n) => (n === 1 ? l10n.t('expires in the next day') : l10n.t('expires in the next {0} days', n)),
	w: (n) => (n === 1 ? l10n.t('expires in the next week') : l10n.t('expires in the next {0} weeks', n)),
	m: (n) => (n === 1 ? l10n.t('expires in the next month') : l10n.t('expires in the next {0} months', n)),
	y: (n) => (n === 1 ? l10n.t('expires in the next year') : l10n.t('expires in the next {0} years', n)),
};
