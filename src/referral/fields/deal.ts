import * as l10n from '@vscode/l10n';
import { field } from './field.ts';

/** How the deal goes, and where it came from. */
export const deal = {
	status: field('code', 'open', () => l10n.t('Status'), {
		column: 'Partner Referral Status',
		page: ['deal', 2],
	}),
	substatus: field('code', 'open', () => l10n.t('Substatus'), {
		column: 'Partner Referral Substatus',
		page: ['deal', 3],
	}),
	// Somebody types why a deal was lost, and to whom.
	statusReason: field('note', 'customer', () => l10n.t('Reason'), {
		column: 'Declined/Lost Reason',
		page: ['deal', 4],
	}),
	salesStage: field('code', 'business', () => l10n.t('Sales stage'), {
		column: 'Sales Stage',
		page: ['deal', 8],
	}),
	details: field('part', 'customer', () => l10n.t('Details'), { page: ['deal', 15] }),
	'details.dealValue': field('money', 'business', () => l10n.t('Estimated value'), {
		column: 'Estimated Value',
		page: ['deal', 5],
	}),
	'details.currency': field('code', 'business', () => l10n.t('Currency'), {
		column: 'Currency',
		page: ['deal', 6],
	}),
	'details.closingDateTime': field('date', 'business', () => l10n.t('Estimated close'), {
		column: 'Close Date',
		page: ['deal', 7],
	}),
	// Typed, and sometimes made of the customer's name.
	externalReferenceId: field('id', 'customer', () => l10n.t('CRM id'), {
		column: 'CRM ID',
		page: ['ids', 3],
	}),
	// Typed; a campaign may be for one customer.
	campaignId: field('id', 'customer', () => l10n.t('Campaign id'), {
		column: 'Campaign ID',
		page: ['ids', 7],
	}),
	'details.notes': field('note', 'customer', () => l10n.t('Notes'), { column: 'Notes', page: ['notes', 1] }),
	customerMarketplaceIntent: field('code', 'business', () => l10n.t('Customer marketplace intent'), {
		column: 'Marketplace Purchase Intent',
		page: ['deal', 14],
	}),
	type: field('code', 'open', () => l10n.t('Type'), { column: 'Type', page: ['deal', 9] }),
	qualification: field('code', 'open', () => l10n.t('Qualification'), {
		column: 'Qualification',
		page: ['deal', 10],
	}),
	direction: field('code', 'open', () => l10n.t('Direction'), { column: 'Direction', page: ['deal', 11] }),
	// When the record changed, which tells nothing of the deal but its age.
	createdDateTime: field('instant', 'open', () => l10n.t('Created'), {
		column: 'Created',
		page: ['dates', 1],
	}),
	updatedDateTime: field('instant', 'open', () => l10n.t('Updated'), {
		column: 'Updated',
		page: ['dates', 2],
	}),
	expirationDateTime: field('instant', 'open', () => l10n.t('Expiration'), {
		column: 'Expires',
		page: ['dates', 3],
	}),
	acceptedDateTime: field('instant', 'open', () => l10n.t('Accepted'), {
		column: 'Accepted',
		page: ['dates', 4],
	}),
	closedDateTime: field('instant', 'open', () => l10n.t('Closed'), { column: 'Closed', page: ['dates', 5] }),
	// By which of Microsoft's shops and buttons it came: a few that all partners have in common.
	referralSource: field('code', 'open', () => l10n.t('Referral source'), {
		column: 'Lead Source',
		page: ['deal', 12],
	}),
	callToAction: field('code', 'open', () => l10n.t('Call to action'), {
		column: 'Call to Action',
		page: ['deal', 13],
	}),
	'details.customerAction': field('code', 'business', () => l10n.t('Customer action'), {
		column: 'Customer Action',
	}),
	'details.customerRequestedContact': field(
		...(['flag', 'business'] as const),
		() => l10n.t('Customer asked to be contacted'),
		{ column: 'Customer Requested Contact' },
	),
	'details.incentiveLevel': field('code', 'business', () => l10n.t('Incentive level'), {
		column: 'Incentive Level',
	}),
};
