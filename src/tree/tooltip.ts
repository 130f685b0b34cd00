import * as vscode from 'vscode';
import type { Referral } from '../partner/referral.ts';
import type { Presenter } from '../referral/presenter.ts';

/** What hovering over a referral shows; text of strangers is appended as text, so that nothing in it is markup. */
export function tooltipOf(referral: Referral, presenter: Presenter): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString();
	tooltip.appendMarkdown('**').appendText(presenter.label(referral)).appendMarkdown('**\n\n');
	for (const { label, text } of presenter.tooltip(referral))
		tooltip.appendText(vscode.l10n.t('{0}: {1}', label, text)).appendMarkdown('  \n');
	return tooltip;
}
