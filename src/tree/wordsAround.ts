import * as vscode from 'vscode';
import { pauseText } from '../editor/pauseText.ts';
import type { Browsing } from '../listing/browsing.ts';
import { queryText } from '../query/text.ts';
import { oneLine } from '../text/oneLine.ts';

/** What stands beside the title of the view, and above its tree. */
interface Words {
	readonly description: string;
	readonly message: string;
}

/** Says what is being browsed. @param pausedUntil when the service may be asked again, in milliseconds since 1970 */
export function wordsAround(browsing: Browsing, pausedUntil: number, now: number): Words {
	const filter = queryText(browsing.query.value, vscode.env.language);
	const account = oneLine(browsing.sessions.current?.account?.label ?? '');
	return {
		description: [filter, account].filter((text) => text).join(' · '),
		message: sentences(browsing, filter, pausedUntil > now ? pausedUntil : 0).join(' '),
	};
}

/** The editor has no room for the description in a narrow side bar. */
function sentences(browsing: Browsing, filter: string, pausedUntil: number): string[] {
	const { sessions, needsSignIn, needsSecondFactor } = browsing;
	return [
		sessions.state === 'sample' && vscode.l10n.t('Sample referrals of an invented organisation.'),
		needsSecondFactor && vscode.l10n.t('Partner Center wants a second factor: choose Sign In to go on.'),
		needsSignIn && !needsSecondFactor && vscode.l10n.t('Your sign-in has expired: choose Sign In to go on.'),
		pausedUntil > 0 && vscode.l10n.t('{0}.', pauseText(pausedUntil)),
		filter !== '' && vscode.l10n.t('Filter: {0}', filter),
	].filter((text) => typeof text === 'string');
}
