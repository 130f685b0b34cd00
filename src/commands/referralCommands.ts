import * as vscode from 'vscode';
import type { ReferralDocuments } from '../details/editor/documents.ts';
import type { DetailsView } from '../details/editor/view.ts';
import type { Received } from '../partner/referral.ts';
import { everything } from '../query/query.ts';
import type { Browsing } from '../tree/browsing.ts';
import type { ReferralsView } from '../tree/referralsView.ts';
import type { Row } from '../tree/row.ts';
import { linkToReferral } from './copying.ts';
import type { FocusedReferral } from './focusedReferral.ts';

/** What the commands on a referral act on. */
export interface ReferralStage {
	readonly browsing: Browsing;
	readonly view: ReferralsView;
	readonly details: DetailsView;
	readonly documents: ReferralDocuments;
	readonly focus: FocusedReferral;
}

/** The commands on one referral: the one of the row or page that they were chosen on, else the focused one. */
export function referralCommands(stage: ReferralStage): Readonly<Record<string, (row?: Row) => unknown>> {
	const { view, details, documents } = stage;
	const on = (act: (received: Received) => unknown) => (row?: Row) => actOn(row, stage, act);
	return {
		openReferral: (row) => openReferral(stage, row),
		openJson: on((received) => documents.open(received)),
		compareWith: on((received) => compare(received, stage)),
		showRelated: on((received) => showRelated(received, view)),
		refreshReferral: () => details.active?.refresh(),
		previousReferral: () => details.active?.step('previous'),
		nextReferral: () => details.active?.step('next'),
		pinReferral: () => details.active?.togglePin(),
		copyReferral: on((received) => chooseCopy(received)),
		copyId: on((received) => copy(received, 'id')),
		copyEngagementId: on((received) => copy(received, 'engagementId')),
		copyReferralLink: on((received) => copy(received, 'link')),
		copyJson: on((received) => copy(received, 'json')),
		copyBrief: on((received) => copy(received, 'brief')),
	};
}

async function actOn(
	row: Row | undefined,
	{ focus }: ReferralStage,
	act: (received: Received) => unknown,
): Promise<void> {
	const received = row?.kind === 'referral' ? row.received : focus.received;
	if (received) await act(received);
	else await vscode.window.showInformationMessage('Select a referral in the Referrals view first.');
}

async function openReferral({ browsing, view, details }: ReferralStage, row: Row | undefined): Promise<void> {
	if (row?.kind === 'referral') return details.show(row.received);
	const explorer = await browsing.opened();
	const { promptForReferral } = await import('./referralPrompt.ts');
	const way = await promptForReferral(explorer, { title: 'Go to Referral', engagements: true });
	if (way && 'query' in way) return view.search(way.query);
	if (way?.received) await details.show(way.received);
}

async function compare(one: Received, { browsing, documents }: ReferralStage): Promise<void> {
	const explorer = await browsing.opened();
	const { promptForReferral } = await import('./referralPrompt.ts');
	const way = await promptForReferral(explorer, { title: 'Compare with', engagements: false });
	if (way && 'received' in way && way.received) await documents.compare(one, way.received);
}

async function showRelated({ referral: { engagementId } }: Received, view: ReferralsView): Promise<void> {
	if (engagementId) await view.search({ ...everything, engagementId });
	else await vscode.window.showInformationMessage(noEngagement);
}

const noEngagement = 'This referral has no engagement id.';

/** What can be copied of a referral, and what that is called. */
const copies = {
	id: 'Id',
	engagementId: 'Engagement Id',
	link: 'Link',
	json: 'JSON',
	brief: 'Brief',
} as const;
type Copy = keyof typeof copies;

async function chooseCopy(received: Received): Promise<void> {
	const details = {
		id: received.referral.id,
		engagementId: received.referral.engagementId ?? 'None',
		link: 'Opens the referral in the editor',
		json: 'Everything that Partner Center sent',
		brief: 'A few lines of Markdown for a chat message, without names of persons',
	} satisfies Record<Copy, string>;
	const items = copyNames.map((name) => ({ label: copies[name], description: details[name], name }));
	const chosen = await vscode.window.showQuickPick(items, { title: 'Copy', placeHolder: 'What to copy' });
	if (chosen) await copy(received, chosen.name);
}

const copyNames = ['brief', 'link', 'id', 'engagementId', 'json'] as const satisfies readonly Copy[];

async function copy(received: Received, what: Copy): Promise<void> {
	const text = await copyText(received, what);
	if (text) await vscode.env.clipboard.writeText(text);
	else await vscode.window.showInformationMessage(noEngagement);
}

async function copyText({ referral, json }: Received, what: Copy): Promise<string> {
	switch (what) {
		case 'id':
			return referral.id;
		case 'engagementId':
			return referral.engagementId ?? '';
		case 'link':
			return linkToReferral(referral.id);
		case 'json':
			return (await import('../referral/jsonText.ts')).jsonText(json);
		case 'brief': {
			const { briefOf } = await import('../referral/brief.ts');
			const reader = { locale: vscode.env.language, now: Date.now() };
			return briefOf(referral, reader, linkToReferral(referral.id));
		}
	}
}
