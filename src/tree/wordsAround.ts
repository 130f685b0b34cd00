import * as vscode from 'vscode';
import { pauseText } from '../editor/pauseText.ts';
import { queryText } from '../query/text.ts';
import type { Browsing } from './browsing.ts';

/** What stands beside the title of the view, and above its tree. */
interface Words {
	readonly description: string;
	readonly message: string;
}

/** Says what is being browsed. @param pausedUntil when the service may be asked again, in milliseconds since 1970 */
export function wordsAround(browsing: Browsing, pausedUntil: number): Words {
	const { query, account } = browsing;
	const filter = queryText(query, vscode.env.language);
	return {
		description: [filter, account].filter((text) => text).join(' · '),
		message: sentences(browsing, filter, pausedUntil).join(' '),
	};
}

/** The editor has no room for the description in a narrow side bar. */
function sentences({ state, needsSignIn }: Browsing, filter: string, pausedUntil: number): string[] {
	return [
		state === 'sample' && 'Sample referrals of an invented organisation.',
		needsSignIn && 'Your sign-in has expired: choose Sign In to go on.',
		pausedUntil > Date.now() && `${pauseText(pausedUntil)}.`,
		filter !== '' && `Filter: ${filter}`,
	].filter((text) => typeof text === 'string');
}
