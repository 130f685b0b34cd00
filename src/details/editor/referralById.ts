import * as vscode from 'vscode';
import { cancellableProgress } from '../../editor/cancellableProgress.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Session } from '../../listing/session.ts';

/**
 * A referral that is known, else from the service, with progress that can be cancelled.
 * @returns undefined when the user cancelled, or when the session has ended
 * @throws {PartnerError} such as `gone`
 */
export async function referralById(session: Session, id: string): Promise<ListedReferral | undefined> {
	const known = session.store.get(id);
	if (known) return known;
	return cancellableProgress(vscode.l10n.t('Finding the referral'), async (signal) => {
		try {
			return await session.byId(id, signal);
		} catch (error) {
			if (signal.aborted || session.signal.aborted) return undefined;
			throw error;
		}
	});
}
