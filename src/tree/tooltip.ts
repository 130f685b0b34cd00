import * as vscode from 'vscode';
import type { Referral } from '../partner/referral.ts';
import { dateText } from '../referral/dateText.ts';
import { labelOf } from '../referral/label.ts';
import { descriptionOf, type Reader } from '../referral/rowText.ts';
import { oneLine } from '../text/oneLine.ts';

/** What hovering over a referral shows; text of strangers is appended as text, so that nothing in it is markup. */
export function tooltipOf(referral: Referral, reader: Reader): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString();
	tooltip.appendMarkdown('**').appendText(labelOf(referral)).appendMarkdown('**\n\n');
	for (const [name, value] of linesOf(referral, reader)) {
		const text = oneLine(value ?? '');
		if (text) tooltip.appendMarkdown(`${name}: `).appendText(text).appendMarkdown('  \n');
	}
	return tooltip;
}

function linesOf(referral: Referral, reader: Reader): (readonly [string, string | undefined])[] {
	const { customerProfile, inviteContext, status, substatus } = referral;
	const { city, state, region, country } = customerProfile?.address ?? {};
	const date = (text: string | undefined) => text && dateText(text, reader.locale);
	return [
		['Customer', customerProfile?.name],
		['Place', [city, state || region, country].filter((part) => part).join(', ')],
		['Status', [status, substatus].filter((word) => word).join(' › ')],
		['Value and expiry', descriptionOf(referral, reader)],
		['Direction', referral.direction],
		['Invited by', inviteContext?.invitedBy?.organizationName],
		['Created', date(referral.createdDateTime)],
		['Updated', date(referral.updatedDateTime)],
	];
}
