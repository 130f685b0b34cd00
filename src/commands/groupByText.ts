import * as vscode from 'vscode';
import type { GroupBy } from '../listing/arranging/groupBy.ts';

/** What a grouping is called. */
export function groupByText(by: GroupBy): string {
	return texts[by]();
}

const texts = {
	status: () => vscode.l10n.t('Status'),
	attention: () => vscode.l10n.t('What needs attention'),
	customer: () => vscode.l10n.t('Customer'),
	country: () => vscode.l10n.t('Country'),
	category: () => vscode.l10n.t('Category'),
	colleague: () => vscode.l10n.t('Colleague'),
	solutionArea: () => vscode.l10n.t('Solution area'),
	closeMonth: () => vscode.l10n.t('Expected close month'),
	closeQuarter: () => vscode.l10n.t('Expected close quarter (fiscal year)'),
} as const satisfies Record<GroupBy, () => string>;
