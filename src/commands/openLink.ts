import * as vscode from 'vscode';
import { maskNow } from '../editor/maskNow.ts';
import { asPlain } from '../text/asPlain.ts';
import { undecorated } from '../text/idsIn.ts';
import { longest } from '../text/longest.ts';
import type { Stage } from './stage.ts';

/** Opens a link that came from outside. @throws {PartnerError} */
export async function openLink({ path, query }: vscode.Uri, stage: Stage): Promise<void> {
	if (path.length + query.length > longest.link) return refuse(vscode.l10n.t('It is far too long.'));
	if (path === '/query') return openQuery(query, stage);
	const [, id] = /^\/referral\/([\w-]{1,100})[>)"'\].,;:!?”’»…]{0,5}$/.exec(path) ?? [];
	if (id && !query) return openReferral(id, stage);
	await vscode.window.showErrorMessage(
		asPlain(
			vscode.l10n.t(
				'This link leads nowhere: one to a referral looks like {0}.',
				'…/referral/c5fbb3b6-be74-4795-9fb5-4324c73fed37',
			),
		),
	);
}

async function openQuery(parameters: string, { view }: Stage): Promise<void> {
	const [{ readQueryLink }, { quotedQueryText }, { maskedQuery }] = await Promise.all([
		import('../query/link.ts'),
		import('../query/text.ts'),
		import('../query/masking/maskedQuery.ts'),
	]);
	const asIs = readQueryLink(parameters);
	// A mail program may have taken the end of a sentence for the link's.
	const bare = 'refusal' in asIs ? readQueryLink(undecorated(parameters)) : asIs;
	// What stands in the link is what its sender can find again.
	const read = 'refusal' in bare ? asIs : bare;
	if ('refusal' in read) return refuse(read.refusal);
	const text =
		quotedQueryText(maskedQuery(read.query, maskNow()), vscode.env.language) || vscode.l10n.t('everything');
	if (await agrees(vscode.l10n.t('A link wants to show referrals: {0}.', text)))
		await view.search(read.query);
}

async function refuse(why: string): Promise<void> {
	await vscode.window.showErrorMessage(asPlain(vscode.l10n.t('This link cannot be opened. {0}', why)));
}

async function openReferral(id: string, { agreement, browsing, details }: Stage): Promise<void> {
	if (!(await agrees(vscode.l10n.t('A link wants to open the referral {0}.', id)))) return;
	agreement.mayAsk();
	const session = (await browsing.sessions.open()) ?? (await whenSignedIn(browsing.sessions));
	if (!session) return;
	const { referralById } = await import('../details/editor/referralById.ts');
	const row = await referralById(session, id);
	session.signal.throwIfAborted();
	if (row) await details.show(row.referral.id);
}

/** Offers to sign in, after which the link goes on; undefined when the user didn't. @throws {PartnerError} */
async function whenSignedIn(sessions: Stage['browsing']['sessions']) {
	if (sessions.failure) throw sessions.failure;
	const signIn = vscode.l10n.t('Sign In');
	const message = vscode.l10n.t('Sign in to Partner Center to open this link.');
	if ((await vscode.window.showInformationMessage(asPlain(message), signIn)) !== signIn) return undefined;
	await vscode.commands.executeCommand('partnerReferrals.signIn');
	const session = await sessions.open();
	if (!session && sessions.failure) throw sessions.failure;
	return session;
}

async function agrees(question: string): Promise<boolean> {
	const detail = vscode.l10n.t(
		'Links come from outside. Nothing is asked of Partner Center unless you agree.',
	);
	const show = vscode.l10n.t('Show');
	const answer = await vscode.window.showInformationMessage(asPlain(question), { modal: true, detail }, show);
	return answer === show;
}
