import * as l10n from '@vscode/l10n';
import type { Sort } from './query.ts';

const labels = {
	newest: () => l10n.t('Newest first'),
	oldest: () => l10n.t('Oldest first'),
	lastUpdated: () => l10n.t('Last updated first'),
	firstUpdated: () => l10n.t('Longest untouched first'),
} as const satisfies Record<Sort, () => string>;

/** What an order of the rows is called. */
export function sortLabel(sort: Sort): string {
	return labels[sort]();
}
