import * as l10n from '@vscode/l10n';
import type { Presenter } from '../../referral/presenter.ts';
import { oneLine } from '../../text/oneLine.ts';
import { countedProblems, type Judged } from './judged.ts';

/** More than anybody reads; the file has them all in its first column. */
const mostReferrals = 2000;

/** What is wrong with the lines of a file, as a document: each problem with how many have it, and then the referrals with theirs. */
export function bulkReport(all: readonly Judged[], presenter: Presenter): string {
	const wrong = all.filter(({ problems }) => problems.length > 0);
	const told = wrong.slice(0, mostReferrals);
	const [count, total] = [wrong.length, all.length].map((number) => presenter.count(number));
	const counted = countedProblems(all).map(
		([problem, number]) => `- ${presenter.count(number)} × ${problem}`,
	);
	const referrals = told.map(({ row: { referral }, problems }) =>
		[
			l10n.t('{0} ({1})', presenter.label(referral), oneLine(referral.id)),
			...problems.map((problem) => `  - ${problem}`),
			'',
		].join('\n'),
	);
	return [
		l10n.t('Bulk update: {0} of {1} referrals have problems', `${count}`, `${total}`),
		'',
		...counted,
		'',
		...referrals,
		...(told.length < wrong.length
			? [l10n.t('and {0} more', presenter.count(wrong.length - told.length)), '']
			: []),
	].join('\n');
}
