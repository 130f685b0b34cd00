import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** What runs in a page and how it looks, as text. */
export interface PageCode {
	readonly script: string;
	readonly style: string;
}

/**
 * Reads them.
 * @param extension the folder that the extension is installed in
 * @param name of the page, as its files are called
 */
export async function readPageCode(extension: vscode.Uri, name: string): Promise<PageCode> {
	const read = (file: string) =>
		readFile(vscode.Uri.joinPath(extension, 'dist', 'webview', file).fsPath, 'utf8');
	const [script, style] = await Promise.all([read(`${name}.js`), read(`${name}.css`)]);
	return { script, style };
}
