import * as vscode from 'vscode';
import type { ListedReferral } from '../../listing/listed.ts';
import type { Session } from '../../listing/session.ts';

/**
 * A referral that is known, else from the service, with progress that can be cancelled.
 * @returns undefined when the user cancelled, or when the session has ended
 * @throws {PartnerError} such as `gone`
 */
export async function referralById(session: Session, id: string): Promise<ListedReferral | undefined> {
	const known = session.store.get(id);
	if (known) return known;
	const look = {
		location: vscode.ProgressLocation.Notification,
		title: vscode.l10n.t('Finding the referral'),
		cancellable: true,
	};
	return vscode.window.withProgress(look, async (_, cancelled) => {
		const controller = new AbortController();
		const listener = cancelled.onCancellationRequested(() => controller.abort());
		try {
			return await session.byId(id, controller.signal);
		} catch (error) {
			if (controller.signal.aborted || session.signal.aborted) return undefined;
			throw error;
		} finally {
			listener.dispose();
		}
	});
}
