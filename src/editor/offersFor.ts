import * as vscode from 'vscode';
import type { PartnerError } from '../partner/error.ts';
import { failureText, type WayOut, wayOutText } from './failureText.ts';
import { openGuide } from './openGuide.ts';
import { settingsAt } from './settingsAt.ts';

/** A button of a notification. */
export interface Offer extends vscode.MessageItem {
	readonly run: () => unknown;
}

/** What a notification of a failure offers to do; nothing where trying again is all that helps. */
export function offersFor(failure: PartnerError, extension: vscode.Extension<unknown>): readonly Offer[] {
	// Signing in without the service's challenge would not do, and that goes with the row that failed.
	if (failure.kind === 'challenged') return [];
	const { wayOut } = failureText(failure);
	const acts = actions(failure, extension);
	// The account, the app registration or the tenant may be at fault: only a look at all of them tells.
	const ways: readonly WayOut[] = failure.kind === 'signInFailed' ? [wayOut, 'checkAccess'] : [wayOut];
	return ways.flatMap((way) => {
		const run = acts[way];
		return run ? [{ title: wayOutText(way), run }] : [];
	});
}

function actions(
	failure: PartnerError,
	extension: vscode.Extension<unknown>,
): Readonly<Record<WayOut, (() => unknown) | undefined>> {
	const { executeCommand } = vscode.commands;
	return {
		retry: undefined,
		agree: () => executeCommand('partnerReferrals.resolve'),
		signIn: () => executeCommand('partnerReferrals.signIn'),
		switchAccount: () => executeCommand('partnerReferrals.switchAccount'),
		filter: () => executeCommand('partnerReferrals.filter'),
		openSettings: () => executeCommand('workbench.action.openSettings', settingsAt(failure)),
		openSettingsFile: () => executeCommand('workbench.action.openSettingsJson'),
		openGuide: () => openGuide(extension),
		checkAccess: () => executeCommand('partnerReferrals.checkAccess'),
	};
}
