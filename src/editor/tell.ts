import * as vscode from 'vscode';
import { asPartnerError } from '../partner/error.ts';
import type { Journal } from './journal.ts';

/** What telling needs: the log to write to and show, and the guide to open. */
interface Stage {
	readonly extension: vscode.Extension<unknown>;
	readonly journal: Journal;
}

/** Runs what the user asked for; a failure is told in one sentence, with a way out. */
export async function telling(run: () => unknown, stage: Stage): Promise<void> {
	try {
		await run();
	} catch (error) {
		await tell(error, stage);
	}
}

async function tell(error: unknown, { extension, journal }: Stage): Promise<void> {
	const failure = asPartnerError(error);
	if (failure.kind === 'defect') journal.defect(error);
	const { failureText, waysOut } = await import('./failureText.ts');
	const { openGuide } = await import('./openGuide.ts');
	const { sentence, wayOut } = failureText(failure);
	const showLog = { title: 'Show Log', run: () => journal.show() };
	const guide = { title: waysOut.openGuide, run: () => openGuide(extension) };
	const offers = wayOut === 'openGuide' ? [guide, showLog] : [showLog];
	await (await vscode.window.showErrorMessage(sentence, ...offers))?.run();
}
