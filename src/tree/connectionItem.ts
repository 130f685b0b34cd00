import * as vscode from 'vscode';
import { failureText, wayOutText } from '../editor/failureText.ts';
import type { Sessions } from '../listing/sessions.ts';
import { itemOf } from './look.ts';

/** The one row that stands there while there is no session: that one is being looked for, or why there is none. */
export function unconnectedItem({ failure }: Sessions, locale: string): vscode.TreeItem {
	if (!failure) return loadingItem();
	const { sentence, facts, wayOut } = failureText(failure, locale);
	return itemOf(sentence, {
		icon: 'warning',
		contextValue: 'problem',
		description: wayOutText(wayOut),
		tooltip: [sentence, ...facts].join('\n'),
		command: { command: 'partnerReferrals.resolve', title: wayOutText(wayOut) },
	});
}

/** Says that something is under way. */
export function loadingItem(): vscode.TreeItem {
	return itemOf(vscode.l10n.t('Loading…'), { icon: 'loading~spin', contextValue: 'loading' });
}
