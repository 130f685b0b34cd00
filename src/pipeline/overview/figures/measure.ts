import * as l10n from '@vscode/l10n';
import { compactMoneyText, moneyText } from '../../../referral/money.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { oneLine } from '../../../text/oneLine.ts';
import type { ChartChoices } from '../../messages/chart.ts';
import type { Cell, Chosen } from './question.ts';
import { referralsText } from './sentences.ts';
import type { Sum } from './worths.ts';

/** What is told of a sum. */
export interface Measure {
	/** How long a mark is; neither negative nor infinite. */
	lengthOf(sum: Sum): number;
	/** In a few characters. */
	text(sum: Sum): string;
	/** What a screen reader says, such as "58 referrals, €1.2M". */
	phrase(sum: Sum): string;
	/** What its columns in the table of a chart are called, and what stands in them. @param series empty where there is one only */
	heads(series: string): readonly string[];
	cells(sum: Sum): readonly Cell[];
}

const countId = 'count';
const idOf = (currency: string) => `=${currency}`;

/** Strangers put all kinds of words for a currency; of more than so many, the rarest can't be chosen. */
const mostCurrencies = 30;

/** The currency that values are measured in; undefined where referrals are counted, as they are without any. */
export function currencyOf(
	{ measure }: Chosen,
	usual: 'count' | 'value',
	currencies: readonly string[],
): string | undefined {
	if (measure === countId) return undefined;
	const known = currencies.slice(0, mostCurrencies);
	const chosen = known.find((currency) => idOf(currency) === measure);
	return chosen ?? (usual === 'value' ? known[0] : undefined);
}

/** Whether a currency is what is, or may be, measured in, so that marks filter by it. */
export function mayMeasureValue({ measure = '' }: Chosen, usual: 'count' | 'value'): boolean {
	return measure === '' ? usual === 'value' : measure !== countId;
}

/** What can be measured: how many there are, or what they are worth in one of the currencies. */
export function measureChoices(
	chosen: string | undefined,
	currencies: readonly string[],
): readonly ChartChoices[] {
	if (currencies.length === 0) return [];
	const options = currencies
		.slice(0, mostCurrencies)
		.map((currency) => ({ id: idOf(currency), label: currencyText(currency) }));
	return [
		{
			label: l10n.t('Measure'),
			chosen: chosen === undefined ? countId : idOf(chosen),
			options: [{ id: countId, label: l10n.t('Referrals') }, ...options],
		},
	];
}

/** Whether an option of a chart is one of these, rather than what rows are put together by. */
export function isMeasure(id: string): boolean {
	return id === countId || id.startsWith(idOf(''));
}

/** Counts referrals, or what those in a currency are worth. */
export function measureIn(currency: string | undefined, presenter: Presenter): Measure {
	return currency === undefined ? counting(presenter) : worthIn(currency, presenter);
}

function counting(presenter: Presenter): Measure {
	return {
		lengthOf: ({ count }) => count,
		text: ({ count }) => presenter.count(count),
		phrase: ({ count }) => referralsText(count, presenter),
		heads: (series) => [series || l10n.t('Referrals')],
		cells: ({ count }) => [{ number: count, text: presenter.count(count) }],
	};
}

function worthIn(currency: string, presenter: Presenter): Measure {
	const { locale } = presenter;
	const text = ({ value }: Sum) => compactMoneyText(value, currency.toUpperCase(), locale);
	return {
		lengthOf: ({ value }) => Math.min(Math.max(value, 0), Number.MAX_VALUE),
		text,
		phrase: (sum) => l10n.t('{0}, {1}', referralsText(sum.count, presenter), text(sum)),
		heads: (series) =>
			series === ''
				? [l10n.t('Referrals'), l10n.t('Value ({0})', currencyText(currency))]
				: [l10n.t('{0}: referrals', series), l10n.t('{0}: value ({1})', series, currencyText(currency))],
		cells: ({ count, value }) => [
			{ number: count, text: presenter.count(count) },
			{ number: value, text: moneyText(value, currency.toUpperCase(), locale) },
		],
	};
}

/** A code, or what somebody has put for one. @param key what tells it from others, which is in lower case */
export function currencyText(key: string): string {
	return oneLine(key.toUpperCase(), 12) || l10n.t('No currency');
}
