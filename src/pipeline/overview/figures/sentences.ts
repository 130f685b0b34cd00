import * as l10n from '@vscode/l10n';
import type { Presenter } from '../../../referral/presenter.ts';
import { plural } from '../../../text/plural.ts';

/** Such as "58 referrals". */
export function referralsText(count: number, presenter: Presenter): string {
	const number = presenter.count(count);
	return plural(count, { one: l10n.t('{0} referral', number), other: l10n.t('{0} referrals', number) });
}

/** Such as "58 open referrals". */
export function openText(count: number, presenter: Presenter): string {
	const number = presenter.count(count);
	return plural(count, {
		one: l10n.t('{0} open referral', number),
		other: l10n.t('{0} open referrals', number),
	});
}

/** What is said of a chart that has nothing in it. */
export function nothingText(): string {
	return l10n.t('There is nothing to count.');
}

/** Sentences in a row; empty ones are left out. */
export function inOneText(...sentences: readonly string[]): string {
	return sentences
		.filter((sentence) => sentence !== '')
		.reduce((before, sentence) => (before === '' ? sentence : l10n.t('{0} {1}', before, sentence)), '');
}
