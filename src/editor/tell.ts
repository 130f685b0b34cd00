import * as vscode from 'vscode';
import { asPartnerError } from '../partner/error.ts';
import { SessionEnded } from '../partner/sessionEnded.ts';
import { asPlain } from '../text/asPlain.ts';
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
		// Whoever signed out, or went on to another query, knows it.
		if (!(error instanceof SessionEnded)) await tell(error, stage);
	}
}

async function tell(error: unknown, { extension, journal }: Stage): Promise<void> {
	const failure = asPartnerError(error);
	if (failure.kind === 'defect') await journal.defect(error);
	const { failureText, withAdvice } = await import('./failureText.ts');
	const { offersFor } = await import('./offersFor.ts');
	const said = withAdvice(failureText(failure, vscode.env.language));
	const showLog = { title: vscode.l10n.t('Show Log'), run: () => journal.show() };
	const offers = [...offersFor(failure, extension), showLog];
	await (await vscode.window.showErrorMessage(asPlain(said), ...offers))?.run();
}
