import * as vscode from 'vscode';
import { presenting } from '../../editor/presenting.ts';
import { linkToReferral } from '../../editor/referralLink.ts';
import { reasonsNow } from '../../export/reasons.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Session } from '../../listing/session.ts';
import { asItem } from '../../text/asItem.ts';
import { asPlain } from '../../text/asPlain.ts';
import { type CopyName, copiedTable, copyNames } from './form.ts';
import { noEngagement } from './noEngagement.ts';

/** Where a referral that is copied is from. */
interface Place {
	readonly session: Session;
	readonly browsing: Browsing;
}

/** Lets the user choose what to copy of a referral. */
export async function chooseCopy(row: ListedReferral, place: Place): Promise<void> {
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
		table: { label: vscode.l10n.t('Line of a Table'), description: vscode.l10n.t('For a spreadsheet') },
	} satisfies Record<CopyName, vscode.QuickPickItem>;
	const choices = copyNames.map((name) => ({ ...items[name], name }));
	const chosen = await vscode.window.showQuickPick(choices, {
		title: vscode.l10n.t('Copy'),
		placeHolder: vscode.l10n.t('What to copy'),
	});
	place.session.signal.throwIfAborted();
	if (chosen) await copyOne(row, chosen.name, place);
}

/** Copies one referral, by itself: a table of one is its line alone, to be pasted below others. */
export async function copyOne(row: ListedReferral, name: CopyName, place: Place): Promise<void> {
	const text = await textOf(row, name, place);
	if (!text) return void (await vscode.window.showInformationMessage(asPlain(noEngagement())));
	await vscode.env.clipboard.writeText(text);
	const label = asItem(presenting().label(row.referral));
	vscode.window.setStatusBarMessage(asPlain(vscode.l10n.t('Copied: {0}', label)), 4000);
}

async function textOf(row: ListedReferral, name: CopyName, place: Place): Promise<string> {
	const { referral } = row;
	switch (name) {
		case 'id':
			return referral.id;
		case 'engagementId':
			return referral.engagementId ?? '';
		case 'link':
			return linkToReferral(referral.id);
		case 'table':
			return lineOf(row, place);
		case 'json':
			return (await import('../../referral/jsonText.ts')).jsonText(row.json, row.text);
		case 'brief':
			return presenting().brief(referral, linkToReferral(referral.id));
	}
}

async function lineOf(row: ListedReferral, { session, browsing }: Place): Promise<string> {
	const { picking } = await browsing.opened();
	session.signal.throwIfAborted();
	return copiedTable(reasonsNow(picking, [row], presenting()), false)
		.row(row)
		.trimEnd();
}
