import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { escaped } from '../../text/escaped.ts';
import type { LinkKind } from '../block.ts';
import type { Details } from '../details.ts';
import { hasLink } from '../hasLink.ts';

/** Opens what the user clicked on with another program if the page has it; the editor asks before it opens a web page. */
export async function openPageLink(
	details: Details | undefined,
	opens: LinkKind,
	text: string,
): Promise<void> {
	if (!details || !hasLink(details, opens, text)) return;
	if (maskNow()) {
		void vscode.window.showInformationMessage(vscode.l10n.t('Presentation mode hides where this leads.'));
		return;
	}
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
