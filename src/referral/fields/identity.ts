import * as l10n from '@vscode/l10n';
import { field } from './field.ts';

/** Which referral it is. */
export const identity = {
	engagementId: field('id', 'open', () => l10n.t('Engagement id'), {
		column: 'Engagement ID',
		page: ['ids', 2],
	}),
	id: field('id', 'open', () => l10n.t('Referral id'), { column: 'Referral ID', page: ['ids', 1] }),
	// Most people name a deal after the customer.
	name: field('text', 'customer', () => l10n.t('Deal name'), { column: 'Deal Name', page: ['deal', 1] }),
};
