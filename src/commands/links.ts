import * as vscode from 'vscode';
import { telling } from '../editor/tell.ts';
import type { Stage } from './stage.ts';

/** Handles links to queries and referrals. They come from outside, so that nothing runs before the user agrees. */
export function handleLinks(stage: Stage): vscode.Disposable {
	return vscode.window.registerUriHandler({
		handleUri: (uri) => telling(async () => (await import('./openLink.ts')).openLink(uri, stage), stage),
	});
}
