import * as vscode from 'vscode';
import { presenting } from '../../editor/presenting.ts';
import type { Referral } from '../../partner/referral.ts';
import { oneLine } from '../../text/oneLine.ts';

/**
 * What the tab of a referral is called: by its id, because the editor writes titles to disk, to restore them with the
 * window, and no word of a customer may be there
 * unless the user wants it so.
 */
export function panelTitle(id: string, referral: Referral | undefined): string {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	if (referral && settings.get<unknown>('tabTitle') === 'deal')
		return oneLine(presenting().label(referral), 60);
	return vscode.l10n.t('Referral {0}', short(id));
}

/** What the tab of a comparison is called. */
export function comparisonTitle(one: string, other: string): string {
	return vscode.l10n.t('Referrals {0} ↔ {1}', short(one), short(other));
}

function short(id: string): string {
	return oneLine(id).slice(0, 8);
}
