import * as vscode from 'vscode';
import { escaped } from '../../text/escaped.ts';
import type { LinkKind } from '../block.ts';

/** Opens what the user clicked on with another program; the editor asks before it opens a web page. */
export async function openPageLink(opens: LinkKind, text: string): Promise<void> {
	switch (opens) {
		case 'mail':
			await vscode.env.openExternal(vscode.Uri.from({ scheme: 'mailto', path: text }));
			return;
		case 'phone':
			await vscode.env.openExternal(vscode.Uri.from({ scheme: 'tel', path: text.replace(/[^\d+]/g, '') }));
			return;
		case 'map':
			await openWeb(`https://www.bing.com/maps?q=${escaped(text.replaceAll('\n', ', '))}`);
			return;
		case 'web':
			await openWeb(text);
	}
}

/** As text, since a `Uri` writes an address anew, with other escapes. */
async function openWeb(address: string): Promise<void> {
	if (/^https?:\/\//i.test(address)) await vscode.commands.executeCommand('vscode.open', address);
}
