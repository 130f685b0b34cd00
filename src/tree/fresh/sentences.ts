import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import type { Freshness } from '../../listing/watching/freshness.ts';

/** Says how fresh what is shown is, as sentences; none where nobody has looked by themselves. */
export function freshTexts({ stopped, tooMany, unsure, asOf }: Freshness): readonly string[] {
	const time = new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'short' });
	return [
		stopped &&
			vscode.l10n.t(
				'Automatic refresh has stopped. {0} Choose Resume Refresh to go on.',
				failureText(stopped, vscode.env.language).sentence,
			),
		tooMany && vscode.l10n.t('More than 300 referrals have changed: refresh to see them all.'),
		unsure &&
			vscode.l10n.t('Some changes cannot be judged by this filter: refresh to see what belongs here.'),
		asOf !== undefined &&
			vscode.l10n.t('Changes as of {0} are shown; removed referrals go when you refresh.', time.format(asOf)),
	].filter((text) => typeof text === 'string');
}
