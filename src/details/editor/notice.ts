import * as vscode from 'vscode';
import { failureText, wayOutText } from '../../editor/failureText.ts';
import type { PartnerError } from '../../partner/error.ts';
import type { Notice } from '../messages.ts';

/**
 * What stands at the top of a page whose referral could not be asked for.
 * @param isListed whether the session still knows the referral, so that it isn't gone, whatever was answered
 */
export function noticeOf(failure: PartnerError | undefined, isListed: boolean): Notice {
	if (!failure) return { text: '', action: '' };
	const { sentence, wayOut } = failureText(failure, vscode.env.language);
	const isMoreMissing = isListed && (failure.kind === 'gone' || failure.kind === 'wrongShape');
	return { text: isMoreMissing ? noMore() : sentence, action: wayOutText(wayOut) };
}

function noMore(): string {
	return vscode.l10n.t("More details can't be loaded. You see what Partner Center sent before.");
}
