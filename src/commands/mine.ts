import * as vscode from 'vscode';
import type { Session } from '../listing/session.ts';
import type { Referral } from '../partner/referral.ts';
import { asWrittenIn, colleaguesIn } from '../query/team/colleagues.ts';
import { ofEverybody, ofSomebody } from '../query/team/ofTeam.ts';
import type { Stage } from './stage.ts';

/**
 * Shows what the user works on. The filter stays, of which somebody in the team is one more condition: what the user has
 * put together isn't lost by a click, and another click leads back to it.
 */
export async function showMine({ browsing, view }: Stage): Promise<void> {
	const { session } = await browsing.opened();
	const mail = await ownMail(session);
	session.signal.throwIfAborted();
	if (mail === undefined) return;
	// The service compares it letter by letter, as far as is known, and an account may be written otherwise.
	const written = asWrittenIn(loadedIn(session), mail);
	await view.search(ofSomebody(browsing.query.value, written));
}

/** Shows what everybody works on again, as far as the rest of the filter has it. */
export async function leaveMine({ browsing, view }: Stage): Promise<void> {
	await view.search(ofEverybody(await browsing.query.recall()));
}

/** Shows what somebody whom the user picks works on. */
export async function showColleague({ browsing, view }: Stage): Promise<void> {
	const { session } = await browsing.opened();
	const { pickColleague } = await import('../query/editor/pickColleague.ts');
	const picked = await pickColleague({
		colleagues: colleaguesIn(loadedIn(session)),
		loaded: session.store.size,
		own: session.mail,
		shown: browsing.query.value.teamEmail,
	});
	session.signal.throwIfAborted();
	if (picked !== undefined) await view.search(ofSomebody(browsing.query.value, picked));
}

/** Asks the user where the account doesn't tell, once for a session. */
async function ownMail(session: Session): Promise<string | undefined> {
	if (session.mail !== undefined) return session.mail;
	const { askOwnMail } = await import('../query/editor/pickColleague.ts');
	const mail = await askOwnMail(session.account?.label ?? vscode.l10n.t('unknown'));
	if (mail !== undefined) session.callsItself(mail);
	return mail;
}

function* loadedIn(session: Session): Iterable<Referral> {
	for (const { sent } of session.store.all()) yield sent.referral;
}
