import * as l10n from '@vscode/l10n';
import type { Referral } from '../partner/referral.ts';
import { type Category, categoryOf } from './category.ts';

/** What Partner Center calls referrals of this kind. */
export function categoryText(referral: Referral): string {
	return categoryName(categoryOf(referral));
}

/** The same of a kind. */
export function categoryName(category: Category): string {
	return texts[category]();
}

const texts = {
	marketplaceLead: () => l10n.t('Marketplace lead'),
	qualifiedLead: () => l10n.t('Qualified lead'),
	coSell: () => l10n.t('Co-sell opportunity'),
	other: () => l10n.t('Referral'),
} as const satisfies Record<Category, () => string>;
