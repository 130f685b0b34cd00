import * as l10n from '@vscode/l10n';
import type { Presenter } from '../../referral/presenter.ts';
import type { Watched } from './facts.ts';
import type { Mark } from './seen.ts';

type Texts = Readonly<Partial<Record<Watched, string>>>;

/**
 * Why a row is marked, each reason in some words: what was seen, where that is known, and what is. What it was before a restart,
 * nobody knows any more.
 */
export function markWords(mark: Mark, presenter: Presenter): readonly string[] {
	if (mark.kind === 'new') return [l10n.t('new')];
	const fields = new Set(mark.fields);
	const words = reasons.flatMap(({ of, say }) =>
		of.some((field) => fields.has(field)) ? say(mark.before.texts, mark.now.texts, presenter) : [],
	);
	return words.length > 0 ? words : [l10n.t('updated')];
}

interface Reason {
	readonly of: readonly Watched[];
	say(before: Texts, now: Texts, presenter: Presenter): string;
}

const reasons: readonly Reason[] = [
	{ of: ['status', 'substatus'], say: statusWords },
	{ of: ['value', 'currency'], say: valueWords },
	{
		of: ['closing'],
		say: ({ closing: before }, { closing: now }, presenter) =>
			before === undefined
				? l10n.t('closing date changed')
				: l10n.t('closing date {0} → {1}', dayIn(before, presenter), dayIn(now, presenter)),
	},
	{
		of: ['expiry'],
		say: ({ expiry: before }, { expiry: now }, presenter) =>
			before === undefined
				? l10n.t('expiry date changed')
				: l10n.t('expiry date {0} → {1}', dayIn(before, presenter), dayIn(now, presenter)),
	},
];

/** How a referral was closed tells more than that it was. */
function statusWords(before: Texts, now: Texts, presenter: Presenter): string {
	const isOther = before.status?.toLowerCase() !== now.status?.toLowerCase();
	const isClosed = now.status?.toLowerCase() === 'closed';
	const from = isOther ? before.status : before.substatus;
	const to = isOther && !(isClosed && now.substatus) ? now.status : now.substatus;
	if (from === undefined) return l10n.t('status changed');
	return l10n.t('status {0} → {1}', statusIn(from, presenter), statusIn(to, presenter));
}

function valueWords(before: Texts, now: Texts, presenter: Presenter): string {
	const isKnown = before.value === '' || (before.value !== undefined && before.currency !== undefined);
	if (!isKnown) return l10n.t('value changed');
	return l10n.t('value {0} → {1}', moneyIn(before, presenter), moneyIn(now, presenter));
}

function statusIn(word: string | undefined, presenter: Presenter): string {
	return word ? presenter.status(word) : nothing();
}

function moneyIn({ value, currency }: Texts, presenter: Presenter): string {
	return value ? presenter.money(Number(value), currency) : nothing();
}

function dayIn(text: string | undefined, presenter: Presenter): string {
	return (text && presenter.day(text)) || nothing();
}

/** What was not sent. */
function nothing(): string {
	return l10n.t('none');
}
