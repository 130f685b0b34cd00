import * as vscode from 'vscode';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Session } from '../../listing/session.ts';
import { asPlain } from '../../text/asPlain.ts';
import { type PortalAddress, portalAddress } from './address.ts';

/**
 * Opens a referral in Partner Center's own pages. No address of a single one is documented: unless the user has set one, the
 * list is opened, and the id waits in the clipboard.
 */
export async function openInPortal({ referral }: ListedReferral, { source }: Session): Promise<void> {
	if (source === 'sample')
		return tell(vscode.l10n.t('Sample referrals are invented: Partner Center does not have them.'));
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const written = settings.get<unknown>('portalAddress');
	const found = portalAddress(typeof written === 'string' ? written : '', referral);
	if ('refusal' in found) return tell(refusals[found.refusal]());
	if (!found.namesReferral) {
		await vscode.env.clipboard.writeText(referral.id);
		tell(
			vscode.l10n.t('Partner Center opens with its list. The id is in the clipboard, to look for it there.'),
		);
	}
	// As text, since a `Uri` writes an address anew, with other escapes.
	await vscode.commands.executeCommand('vscode.open', found.address);
}

/** Nobody waits until it is read. */
function tell(sentence: string): void {
	void vscode.window.showInformationMessage(asPlain(sentence));
}

const refusals = {
	setting: () =>
		vscode.l10n.t(
			'The setting "portalAddress" must be an https address, with {0} or {1} behind its host.',
			'{id}',
			'{engagementId}',
		),
	id: () => vscode.l10n.t('The id of this referral cannot stand in an address.'),
	noEngagement: () => vscode.l10n.t('This referral has no engagement id.'),
} as const satisfies Record<Extract<PortalAddress, { refusal: string }>['refusal'], () => string>;
