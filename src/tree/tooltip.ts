import * as vscode from 'vscode';
import type { Referral } from '../partner/referral.ts';
import type { Presenter } from '../referral/presenter.ts';
import type { Fact } from '../referral/tooltip.ts';
import { asMarkdown } from '../text/asMarkdown.ts';

/**
 * What hovering over a referral shows.
 * @param sides where other sides of its engagement differ
 * @param reasons why it needs somebody
 */
export function tooltipOf(
	referral: Referral,
	presenter: Presenter,
	sides: readonly Fact[],
	reasons: readonly string[] = [],
): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString();
	tooltip.appendMarkdown(`**${asMarkdown(presenter.label(referral))}**\n\n`);
	// Where the user is, as on the page.
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	if (reasons.length > 0)
		tooltip.appendMarkdown(`${asMarkdown(vscode.l10n.t('Needs attention: {0}', reasons.join(', ')))}  \n`);
	for (const { label, text } of [...presenter.tooltip(referral, timeZone), ...sides])
		tooltip.appendMarkdown(`${asMarkdown(vscode.l10n.t('{0}: {1}', label, text))}  \n`);
	return tooltip;
}
