import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { mailOfAccount } from '../mail.ts';
import { maskedQuery } from '../masking/maskedQuery.ts';
import type { Query } from '../query.ts';
import { queryText } from '../text.ts';

/** A query in words, as `queryText` has it, of what may be read now. */
export function queryWords(query: Query): string {
	return queryText(maskedQuery(query, maskNow()), vscode.env.language);
}

/** What a saved query is called for whoever may read it. @param index its place in the list, from 0 */
export function savedNameWords(name: string, index: number): string {
	return maskNow() ? vscode.l10n.t('Query {0}', index + 1) : name;
}

/** What an account is called for whoever may read it. */
export function accountWords(label: string): string {
	const mask = maskNow();
	if (!mask || label === '') return label;
	const mail = mailOfAccount(label);
	return mail === undefined ? mask.hidden : mask.mail(mail);
}
