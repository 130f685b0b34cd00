import * as vscode from 'vscode';
import { presenting } from '../../editor/presenting.ts';
import { referralAddress } from '../../editor/referralAddress.ts';
import { linkToReferral } from '../../editor/referralLink.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { rowsOf } from '../../listing/arranging/rowsOf.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Exploration } from '../../listing/exploration.ts';
import type { Referral } from '../../partner/referral.ts';
import { rowOf } from './row.ts';

const briefType = 'text/x-partner-referrals-brief';
/** A pattern counts for more than a language, so that this comes before what the editor does by itself. */
const anywhere = { pattern: '**' };
const briefKind = vscode.DocumentDropOrPasteEditKind.Text.append('brief');

/** Nobody reads more where it was dropped. */
const most = 100;

/**
 * Lets rows be dropped into a text as the briefs of their referrals. By itself, the editor would write addresses there, which
 * open the referrals among editors, and which nobody else understands.
 */
export function droppingBriefs(): vscode.Disposable {
	const insert = async (transfer: vscode.DataTransfer) => {
		const text = await transfer.get(briefType)?.asString();
		return text ? new vscode.DocumentDropEdit(text, vscode.l10n.t('Insert Brief'), briefKind) : undefined;
	};
	return vscode.languages.registerDocumentDropEditProvider(
		anywhere,
		{ provideDocumentDropEdits: (_document, _position, transfer) => insert(transfer) },
		{ dropMimeTypes: [briefType], providedDropEditKinds: [briefKind] },
	);
}

/** Puts into what is dragged what opens the referrals of rows, and their briefs, each with its link. */
export function dragRows(
	elements: readonly string[],
	transfer: vscode.DataTransfer,
	{ exploration }: Pick<Browsing, 'exploration'>,
): void {
	const rows = new Set(exploration && elements.flatMap((element) => referralsAt(element, exploration)));
	if (rows.size === 0) return;
	const put = (type: string, text: string) => transfer.set(type, new vscode.DataTransferItem(text));
	const shown = [...rows].slice(0, most).map(({ referral }) => referral);
	put(briefType, briefsOf(shown, rows.size - shown.length));
	// Half a surrogate pair has no address.
	const addressed = shown.filter(({ id }) => id.isWellFormed());
	put('text/uri-list', addressed.map(({ id }) => `${referralAddress(id)}`).join('\r\n'));
}

function referralsAt(
	element: string,
	{ arrangement, grouping, session }: Exploration,
): readonly ListedReferral[] {
	const row = rowOf(element, grouping.name);
	if (row?.kind === 'referral') return [session.store.get(row.id) ?? []].flat();
	const branch = row?.kind === 'branch' && arrangement.get(row.branch);
	return branch ? rowsOf(branch, arrangement) : [];
}

function briefsOf(referrals: readonly Referral[], left: number): string {
	const briefs = referrals.map((each) => presenting().brief(each, linkToReferral(each.id)));
	if (left > 0) briefs.push(vscode.l10n.t('{0} more are left out.', presenting().count(left)));
	return briefs.join('---\n\n');
}
