import * as vscode from 'vscode';
import { pauseText } from '../editor/pauseText.ts';
import type { Browsing } from '../listing/browsing.ts';
import type { Freshness } from '../listing/watching/freshness.ts';
import { accountWords, queryWords } from '../query/editor/spoken.ts';
import { oneLine } from '../text/oneLine.ts';
import { freshTexts } from './fresh/sentences.ts';

/** What stands beside the title of the view, and above its tree. */
interface Words {
	readonly description: string;
	readonly message: string;
}

/** What is said besides what is being browsed. */
interface Around {
	/** When the service may be asked again, in milliseconds since 1970. */
	readonly pausedUntil: number;
	/** Undefined where nothing is refreshed by itself. */
	readonly freshness: Freshness | undefined;
}

/** Says what is being browsed. @param now milliseconds since 1970 */
export function wordsAround(browsing: Browsing, { pausedUntil, freshness }: Around, now: number): Words {
	const filter = queryWords(browsing.query.value);
	const account = oneLine(accountWords(browsing.sessions.current?.account?.label ?? ''));
	return {
		description: [filter, account].filter((text) => text).join(' · '),
		message: [
			...sentences(browsing, { filter, account }, pausedUntil > now ? pausedUntil : 0),
			...(freshness ? freshTexts(freshness) : []),
		].join(' '),
	};
}

/** The editor has no room for the description in a narrow side bar. */
function sentences(
	browsing: Browsing,
	{ filter, account }: { readonly filter: string; readonly account: string },
	pausedUntil: number,
): string[] {
	const { sessions, needsSignIn, needsSecondFactor } = browsing;
	return [
		sessions.state === 'sample' && vscode.l10n.t('Sample referrals of an invented organisation.'),
		sessions.state === 'sample' && account !== '' && vscode.l10n.t('You are {0} there.', account),
		needsSecondFactor && vscode.l10n.t('Partner Center wants a second factor: choose Sign In to go on.'),
		needsSignIn && !needsSecondFactor && vscode.l10n.t('Your sign-in has expired: choose Sign In to go on.'),
		pausedUntil > 0 && vscode.l10n.t('{0}.', pauseText(pausedUntil)),
		filter !== '' && vscode.l10n.t('Filter: {0}', filter),
	].filter((text) => typeof text === 'string');
}
