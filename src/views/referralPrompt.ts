import * as vscode from 'vscode';
import type { Received } from '../partner/referral.ts';
import type { Explorer } from '../referrals/explorer.ts';

/**
 * Asks for a referral's id and finds it among what is loaded, else at the service.
 * @returns undefined when the user left
 * @throws {PartnerError} such as `gone`
 */
export async function promptForReferral(explorer: Explorer): Promise<Received | undefined> {
	const typed = await vscode.window.showInputBox({
		title: 'Go to Referral',
		prompt: 'Id of the referral, such as c5fbb3b6-be74-4795-9fb5-4324c73fed37',
		validateInput: (text) => (/\s/.test(text.trim()) ? 'A referral id has no spaces.' : undefined),
	});
	const id = typed?.trim();
	if (!id) return undefined;
	return explorer.find(id)?.row ?? fetchById(explorer, id);
}

async function fetchById({ client }: Explorer, id: string): Promise<Received | undefined> {
	const progress = {
		location: vscode.ProgressLocation.Notification,
		title: 'Finding the referral',
		cancellable: true,
	};
	return vscode.window.withProgress(progress, async (_, cancelled) => {
		const controller = new AbortController();
		cancelled.onCancellationRequested(() => controller.abort());
		return client.byId(id, controller.signal).catch((error: unknown) => {
			if (controller.signal.aborted) return undefined;
			throw error;
		});
	});
}
