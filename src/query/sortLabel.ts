import * as l10n from '@vscode/l10n';
import type { Sort } from './query.ts';

const labels = {
	newest: () => l10n.t('Newest first'),
	oldest: () => l10n.t('Oldest first'),
	lastUpdated: () => l10n.t('Last updated first'),
	firstUpdated: () => l10n.t('Longest untouched first'),
	firstExpiring: () => l10n.t('First to expire first'),
	highestValue: () => l10n.t('Highest value first'),
	customer: () => l10n.t('By customer'),
	longestInStage: () => l10n.t('Longest in stage first'),
} as const satisfies Record<Sort, () => string>;

/** What an order of the rows is called. */
export function sortLabel(sort: Sort): string {
	return labels[sort]();
}
