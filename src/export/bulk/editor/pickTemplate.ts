import * as vscode from 'vscode';
import { asPlain } from '../../../text/asPlain.ts';
import { headersIn } from '../headersIn.ts';

/** A file whose headers are wanted. */
export interface Template {
	readonly uri: vscode.Uri;
	readonly headers: readonly string[];
}

/** In bytes: many times what the portal lets one download. */
const mostBytes = 50_000_000;

/** Asks for a template of Partner Center's, or a file that was downloaded there; undefined when the user left or it is none. */
export async function pickTemplate(): Promise<Template | undefined> {
	const [uri] =
		(await vscode.window.showOpenDialog({
			title: vscode.l10n.t('Template of Partner Center'),
			openLabel: vscode.l10n.t('Use Its Headers'),
			filters: { [vscode.l10n.t('CSV')]: ['csv'] },
		})) ?? [];
	if (!uri) return undefined;
	const headers = headersIn(await textOf(uri));
	if (headers) return { uri, headers };
	const message = vscode.l10n.t(
		'The file is no CSV of co-sell opportunities: it has no columns Referral ID and Deal Name.',
	);
	await vscode.window.showErrorMessage(asPlain(message));
	return undefined;
}

/** Empty where it can't be read. */
async function textOf(uri: vscode.Uri): Promise<string> {
	try {
		const { size } = await vscode.workspace.fs.stat(uri);
		if (size > mostBytes) return '';
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	} catch {
		return '';
	}
}
