import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { type Category, categoryOf } from '../../../referral/category.ts';
import { categoryName } from '../../../referral/categoryText.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { oneLine } from '../../../text/oneLine.ts';
import { columnIds } from '../figures/columnIds.ts';

/** By what referrals can be put together. */
export interface Side {
	readonly column: string;
	/** The question. */
	title(): string;
	label(): string;
	/** What those stand for that have no value. */
	none(): string;
	/** The values of the column, which may be several. */
	valuesOf(row: ListedReferral): string | readonly string[];
	/** A value in words. */
	labelOf(value: string, presenter: Presenter): string;
}

export const sideIds = ['country', 'category', 'solutionArea', 'colleague'] as const;

const categories: readonly Category[] = ['marketplaceLead', 'qualifiedLead', 'coSell', 'other'];

export const sides = {
	country: {
		column: columnIds.country,
		title: () => l10n.t('Which countries do referrals come from?'),
		label: () => l10n.t('Country'),
		none: () => l10n.t('No country'),
		valuesOf: ({ referral }) => referral.customerProfile?.address?.country ?? '',
		labelOf: (value, presenter) => presenter.country(value.trim()),
	},
	category: {
		column: columnIds.category,
		title: () => l10n.t('What kinds of referrals are there?'),
		label: () => l10n.t('Category'),
		none: () => l10n.t('No category'),
		valuesOf: ({ referral }) => categoryOf(referral),
		labelOf: (value) => {
			const known = categories.find((each) => each === value);
			return known ? categoryName(known) : '';
		},
	},
	solutionArea: {
		column: columnIds.solutionAreas,
		title: () => l10n.t('What are referrals for?'),
		label: () => l10n.t('Solution area'),
		none: () => l10n.t('No solution area'),
		valuesOf: ({ areas }) => (areas.includes('\n') ? areas.split('\n') : areas),
		labelOf: (value) => oneLine(value),
	},
	colleague: {
		column: columnIds.colleagues,
		title: () => l10n.t('Who works on referrals?'),
		label: () => l10n.t('Colleague'),
		none: () => l10n.t('Nobody in the team'),
		valuesOf: ({ referral }) => referral.team ?? '',
		labelOf: (value) => oneLine(value),
	},
} as const satisfies Record<(typeof sideIds)[number], Side>;
