import * as vscode from 'vscode';
import { oneLine } from '../../text/oneLine.ts';

/**
 * What the tab of a referral is called: by its id, because the editor writes titles to disk, to restore them with the
 * window, and no word of a customer may be there.
 */
export function panelTitle(id: string): string {
	return vscode.l10n.t('Referral {0}', oneLine(id).slice(0, 8));
}
