import * as vscode from 'vscode';
import { undecorated } from '../text/idsIn.ts';
import type { Stage } from './stage.ts';

/** Opens a link that came from outside. @throws {PartnerError} */
export async function openLink({ path, query }: vscode.Uri, stage: Stage): Promise<void> {
	if (path === '/query') return openQuery(query, stage);
	const [, id] = /^\/referral\/([\w-]{1,100})[>)"'\].,;:!?”’»…]{0,5}$/.exec(path) ?? [];
	if (id && !query) return openReferral(id, stage);
	await vscode.window.showErrorMessage(
		vscode.l10n.t(
			'This link leads nowhere: one to a referral looks like {0}.',
			'…/referral/c5fbb3b6-be74-4795-9fb5-4324c73fed37',
		),
	);
}

async function openQuery(parameters: string, { view }: Stage): Promise<void> {
	const [{ readQueryLink }, { queryText }] = await Promise.all([
		import('../query/link.ts'),
		import('../query/text.ts'),
	]);
	const asIs = readQueryLink(parameters);
	// A mail program may have taken the end of a sentence for the link's.
	const read = 'refusal' in asIs ? readQueryLink(undecorated(parameters)) : asIs;
	if ('refusal' in read) {
		await vscode.window.showErrorMessage(vscode.l10n.t('This link cannot be opened. {0}', read.refusal));
		return;
	}
	const text = queryText(read.query, vscode.env.language) || vscode.l10n.t('everything');
	if (await agrees(vscode.l10n.t('A link wants to show referrals: {0}.', text)))
		await view.search(read.query);
}

async function openReferral(id: string, { browsing, details }: Stage): Promise<void> {
	if (!(await agrees(vscode.l10n.t('A link wants to open the referral {0}.', id)))) return;
	const session = await browsing.sessions.open();
	const { failure } = browsing.sessions;
	if (failure) throw failure;
	if (!session) {
		await vscode.window.showInformationMessage(
			vscode.l10n.t('Sign in to Partner Center first, then open the link again.'),
		);
		return;
	}
	const { referralById } = await import('../details/editor/referralById.ts');
	const row = await referralById(session, id);
	session.signal.throwIfAborted();
	if (row) await details.show(row.referral.id);
}

async function agrees(question: string): Promise<boolean> {
	const detail = vscode.l10n.t(
		'Links come from outside. Nothing is asked of Partner Center unless you agree.',
	);
	const show = vscode.l10n.t('Show');
	return (await vscode.window.showInformationMessage(question, { modal: true, detail }, show)) === show;
}
