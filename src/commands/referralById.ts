import * as vscode from 'vscode';
import type { Explorer } from '../listing/explorer.ts';
import type { Received } from '../partner/referral.ts';

/**
 * A referral that is loaded, else from the service, with progress that can be cancelled.
 * @returns undefined when the user cancelled
 * @throws {PartnerError} such as `gone`
 */
export async function referralById(explorer: Explorer, id: string): Promise<Received | undefined> {
	const loaded = explorer.find(id);
	if (loaded) return loaded.row;
	const look = {
		location: vscode.ProgressLocation.Notification,
		title: 'Finding the referral',
		cancellable: true,
	};
	return vscode.window.withProgress(look, async (_, cancelled) => {
		const controller = new AbortController();
		cancelled.onCancellationRequested(() => controller.abort());
		return explorer.client.byId(id, controller.signal).catch((error: unknown) => {
			if (controller.signal.aborted) return undefined;
			throw error;
		});
	});
}
