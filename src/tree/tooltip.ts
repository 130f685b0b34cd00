import * as vscode from 'vscode';
import type { Referral } from '../partner/referral.ts';
import type { Presenter } from '../referral/presenter.ts';
import { asMarkdown } from '../text/asMarkdown.ts';

/** What hovering over a referral shows. */
export function tooltipOf(referral: Referral, presenter: Presenter): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString();
	tooltip.appendMarkdown(`**${asMarkdown(presenter.label(referral))}**\n\n`);
	// Where the user is, as on the page.
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	for (const { label, text } of presenter.tooltip(referral, timeZone))
		tooltip.appendMarkdown(`${asMarkdown(vscode.l10n.t('{0}: {1}', label, text))}  \n`);
	return tooltip;
}
