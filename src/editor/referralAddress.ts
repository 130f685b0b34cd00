import * as vscode from 'vscode';
import { escaped } from '../text/escaped.ts';
import { referralScheme } from './referralScheme.ts';

/** The address of a referral. It holds the id and no more, since the editor writes addresses to disk. */
export function referralAddress(id: string): vscode.Uri {
	return vscode.Uri.from({ scheme: referralScheme, path: `/${escaped(id)}.json` });
}

/** The id in an address; undefined where it is none of ours. */
export function idInAddress({ scheme, path }: vscode.Uri): string | undefined {
	if (scheme !== referralScheme) return undefined;
	try {
		return decodeURIComponent(path.slice(1, -'.json'.length));
	} catch {
		return undefined;
	}
}
