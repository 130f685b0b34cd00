import * as vscode from 'vscode';
import { escaped } from '../text/escaped.ts';

const authority = 'partner-referrals.partner-referrals';

/** A link that opens a referral in the editor. */
export function linkToReferral(id: string): string {
	return linkInto(`referral/${escaped(id)}`);
}

/** A link to something that is ours, for the kind of editor that this is. */
export function linkInto(path: string): string {
	return `${vscode.env.uriScheme}://${authority}/${path}`;
}
