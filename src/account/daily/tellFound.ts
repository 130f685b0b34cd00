import * as vscode from 'vscode';
import type { Journal } from '../../editor/journal.ts';
import { presenting } from '../../editor/presenting.ts';
import { telling } from '../../editor/tell.ts';
import type { Connection } from '../../listing/session.ts';
import { PartnerError } from '../../partner/error.ts';
import { asPlain } from '../../text/asPlain.ts';
import type { Found } from './found.ts';
import { foundText } from './foundText.ts';

/** What telling needs. */
export interface Stage {
	readonly extension: vscode.Extension<unknown>;
	readonly journal: Journal;
}

/** Says what a look has found, once and quietly; nothing where that is nothing. Never rejects. */
export function tellFound(found: Found, source: Connection['source'], stage: Stage): Promise<void> {
	const sentence = foundText(found, presenting().locale);
	if (sentence === '') return Promise.resolve();
	const said = source === 'sample' ? vscode.l10n.t('In the sample: {0}', sentence) : sentence;
	return telling(async () => {
		const show = vscode.l10n.t('Show');
		const stop = vscode.l10n.t("Don't look daily any more");
		const chosen = await vscode.window.showInformationMessage(asPlain(said), show, stop);
		if (chosen === show) await showFound(found);
		if (chosen === stop) await lookNoMore();
	}, stage);
}

async function showFound({ expiring }: Found): Promise<void> {
	const { executeCommand } = vscode.commands;
	if (expiring > 0) await executeCommand('partnerReferrals.showExpiring', 'load');
	else await executeCommand('partnerReferrals.explorer.focus');
}

async function lookNoMore(): Promise<void> {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	await settings.update('dailyLook', undefined, vscode.ConfigurationTarget.Global).then(undefined, () => {
		throw new PartnerError('settingsNotWritten');
	});
}
