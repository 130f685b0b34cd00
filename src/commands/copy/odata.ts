import * as vscode from 'vscode';
import { queryWords } from '../../query/editor/spoken.ts';
import { leftOut } from '../../query/odata/leftOut.ts';
import type { Query } from '../../query/query.ts';
import { asPlain } from '../../text/asPlain.ts';
import { odataUrl } from './addresses.ts';

/** Copies the address that a query is asked by, in some form, and says which of its conditions are not in there. */
export async function copyOdata(query: Query, form: (address: string) => string): Promise<void> {
	await vscode.env.clipboard.writeText(form(odataUrl(query)));
	const missing = queryWords(leftOut(query));
	if (missing === '') return;
	const sentence = vscode.l10n.t('Copied without what Partner Center cannot be asked: {0}.', missing);
	void vscode.window.showInformationMessage(asPlain(sentence));
}
