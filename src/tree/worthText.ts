import * as vscode from 'vscode';
import type { Worth } from '../listing/arranging/worth.ts';
import { compactMoneyText, moneyText } from '../referral/money.ts';
import type { Presenter } from '../referral/presenter.ts';
import { oneLine } from '../text/oneLine.ts';
import { plural } from '../text/plural.ts';

/** How many currencies a row has room for. */
const mostOnRow = 2;
const mostInTooltip = 12;

/** What a group is worth, behind its name. */
export function worthText(worth: readonly Worth[], { locale }: Presenter): string {
	const shown = worth
		.slice(0, mostOnRow)
		.map(({ value, currency }) => oneLine(compactMoneyText(value, currency, locale)));
	return [...shown, ...(worth.length > mostOnRow ? ['…'] : [])].join(' · ');
}

/** The same in full, with how many referrals it is of. */
export function worthLines(worth: readonly Worth[], presenter: Presenter): readonly string[] {
	const lines = worth.slice(0, mostInTooltip).map(({ value, currency, count }) => {
		const money = oneLine(moneyText(value, currency, presenter.locale));
		return plural(count, {
			one: vscode.l10n.t('{0} in 1 referral', money),
			other: vscode.l10n.t('{0} in {1} referrals', money, presenter.count(count)),
		});
	});
	const more = worth.length - lines.length;
	const rest = plural(more, {
		one: vscode.l10n.t('and 1 other currency'),
		other: vscode.l10n.t('and {0} other currencies', presenter.count(more)),
	});
	return more > 0 ? [...lines, rest] : lines;
}
