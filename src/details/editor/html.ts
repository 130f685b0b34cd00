import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { PageState } from '../messages.ts';

/** What runs in a details page and how it looks, as text. */
export interface PageCode {
	readonly script: string;
	readonly style: string;
}

/** Reads them from the folder that the extension is installed in. */
export async function readPageCode(extension: vscode.Uri): Promise<PageCode> {
	const read = (file: string) =>
		readFile(vscode.Uri.joinPath(extension, 'dist', 'webview', file).fsPath, 'utf8');
	const [script, style] = await Promise.all([read('details.js'), read('details.css')]);
	return { script, style };
}

/**
 * The details page. Script and style are in it, because fetching them by the editor takes longer than all the rest, and so
 * is what it shows first, as data; all else comes later by message, and nothing from anywhere else.
 */
export function detailsHtml({ script, style }: PageCode, state: Partial<PageState>): string {
	const nonce = crypto.randomUUID();
	const { bundle } = vscode.l10n;
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}" ${bundle ? `data-bundle="${escaped(JSON.stringify(bundle))}"` : ''}>
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${escaped(vscode.l10n.t('Referral'))}</title>
	<style nonce="${nonce}">${style}</style>
</head>
<body data-vscode-context='{"webviewSection": "referral"}'>
	<main></main>
	<script id="state" type="application/json" nonce="${nonce}">${dataBlock(state)}</script>
	<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

/** JSON that cannot end the element that it stands in. */
function dataBlock(state: Partial<PageState>): string {
	return JSON.stringify(state).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
