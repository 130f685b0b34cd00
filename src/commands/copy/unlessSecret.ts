import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { isSecret } from '../../query/masking/maskedQuery.ts';
import type { Query } from '../../query/query.ts';

/** Copies a query as it is, unless presentation mode hides some of it: without that, it would find something else. */
export async function unlessSecret(query: Query, copy: (query: Query) => unknown): Promise<void> {
	if (!isSecret(query, maskNow())) return void (await copy(query));
	void vscode.window.showInformationMessage(
		vscode.l10n.t('Nothing was copied: presentation mode hides what the filter looks for.'),
	);
}
