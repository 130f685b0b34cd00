import * as vscode from 'vscode';
import { referralById } from '../details/editor/referralById.ts';
import { presenting } from '../editor/presenting.ts';
import type { ListedReferral } from '../listing/listed.ts';
import type { Session } from '../listing/session.ts';
import { asItem } from '../text/asItem.ts';
import { asPlain } from '../text/asPlain.ts';
import type { ReferralsView } from '../tree/referralsView.ts';
import { readElement } from '../tree/row.ts';
import type { Command } from './commands.ts';
import { linkToReferral } from './copying.ts';
import type { Stage } from './stage.ts';

/** The commands on one referral: the one of the row or the id that was given, else the focused one. */
export function referralCommands(stage: Stage): Readonly<Record<string, Command>> {
	const { view, details, documents } = stage;
	const on = (act: (row: ListedReferral, session: Session) => unknown) => (given?: string) =>
		actOn(given, stage, act);
	return {
		openReferral: (given) => openReferral(stage, given),
		// The same by another name, for where a row is given, and nobody is asked where to go.
		openRow: (given) => openReferral(stage, given),
		openJson: on(({ referral }) => documents.open(referral.id)),
		compareWith: on((row) => compare(row, stage)),
		showRelated: on((row) => showRelated(row, view)),
		refreshReferral: () => details.active?.refresh(),
		previousReferral: () => details.active?.step('previous'),
		nextReferral: () => details.active?.step('next'),
		pinReferral: () => details.active?.togglePin(),
		copyReferral: on(chooseCopy),
		copyId: on((row) => copy(row, 'id')),
		copyEngagementId: on((row) => copy(row, 'engagementId')),
		copyReferralLink: on((row) => copy(row, 'link')),
		copyJson: on((row) => copy(row, 'json')),
		copyBrief: on((row) => copy(row, 'brief')),
	};
}

/** What was given is the element of a row, or an id, as other extensions and links give it. */
function idIn(given: string | undefined): string | undefined {
	const element = readElement(given);
	if (element) return element.row.kind === 'referral' ? element.row.id : undefined;
	return given || undefined;
}

async function actOn(
	given: string | undefined,
	{ browsing, focus }: Stage,
	act: (row: ListedReferral, session: Session) => unknown,
): Promise<void> {
	const id = idIn(given) ?? focus.id;
	if (id === undefined) {
		await vscode.window.showInformationMessage(
			vscode.l10n.t('Select a referral in the Referrals view first.'),
		);
		return;
	}
	const session = await browsing.sessions.opened();
	const row = await referralById(session, id);
	session.signal.throwIfAborted();
	if (row) await act(row, session);
}

async function openReferral(stage: Stage, given: string | undefined): Promise<void> {
	const { browsing, view, details } = stage;
	const id = idIn(given);
	if (id !== undefined) return details.show(id);
	const session = await browsing.sessions.opened();
	const { promptForReferral } = await import('./referralPrompt.ts');
	const way = await promptForReferral(session, {
		title: vscode.l10n.t('Go to Referral'),
		engagements: true,
	});
	if (way && 'query' in way) return view.search(way.query);
	if (way?.id !== undefined) await details.show(way.id);
}

async function compare({ referral }: ListedReferral, { browsing, documents }: Stage): Promise<void> {
	const session = await browsing.sessions.opened();
	const { promptForReferral } = await import('./referralPrompt.ts');
	const way = await promptForReferral(session, {
		title: vscode.l10n.t('Compare with'),
		engagements: false,
	});
	if (way && 'id' in way && way.id !== undefined) await documents.compare(referral.id, way.id);
}

async function showRelated(
	{ referral: { engagementId } }: ListedReferral,
	view: ReferralsView,
): Promise<void> {
	const { engagementQuery } = await import('../query/engagementQuery.ts');
	const query = engagementQuery(engagementId);
	if (query) await view.search(query);
	else await vscode.window.showInformationMessage(asPlain(noEngagement()));
}

function noEngagement(): string {
	return vscode.l10n.t('This referral has no engagement id.');
}

/** What can be copied of a referral, in the order in which it is offered. */
const copyNames = ['brief', 'link', 'id', 'engagementId', 'json'] as const;
type Copy = (typeof copyNames)[number];

async function chooseCopy(row: ListedReferral, { signal }: Session): Promise<void> {
	const { id, engagementId } = row.referral;
	const items = {
		id: { label: vscode.l10n.t('Id'), description: asItem(id) },
		engagementId: {
			label: vscode.l10n.t('Engagement Id'),
			description: asItem(engagementId ?? vscode.l10n.t('None')),
		},
		link: { label: vscode.l10n.t('Link'), description: vscode.l10n.t('Opens the referral in the editor') },
		json: { label: vscode.l10n.t('JSON'), description: vscode.l10n.t('Everything that Partner Center sent') },
		brief: {
			label: vscode.l10n.t('Brief'),
			description: vscode.l10n.t('A few lines of Markdown for a chat message, without names of persons'),
		},
	} satisfies Record<Copy, vscode.QuickPickItem>;
	const choices = copyNames.map((name) => ({ ...items[name], name }));
	const chosen = await vscode.window.showQuickPick(choices, {
		title: vscode.l10n.t('Copy'),
		placeHolder: vscode.l10n.t('What to copy'),
	});
	signal.throwIfAborted();
	if (chosen) await copy(row, chosen.name);
}

async function copy(row: ListedReferral, what: Copy): Promise<void> {
	const text = await copyText(row, what);
	if (text) await vscode.env.clipboard.writeText(text);
	else await vscode.window.showInformationMessage(asPlain(noEngagement()));
}

async function copyText(row: ListedReferral, what: Copy): Promise<string> {
	const { referral } = row;
	switch (what) {
		case 'id':
			return referral.id;
		case 'engagementId':
			return referral.engagementId ?? '';
		case 'link':
			return linkToReferral(referral.id);
		case 'json':
			return (await import('../referral/jsonText.ts')).jsonText(row.json, row.text);
		case 'brief':
			return presenting().brief(referral, linkToReferral(referral.id));
	}
}
