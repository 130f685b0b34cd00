import * as l10n from '@vscode/l10n';
import { field } from './field.ts';

/**
 * What the customer needs, and what is sold. Tags out of Microsoft's catalogues tell what the deal is about; so coarse as they
 * are, they tell nobody who the customer is.
 */
export const needs = {
	'details.requirements': field('part', 'customer', () => l10n.t('Requirements'), { page: ['needs', 5] }),
	'details.requirements.industries': field('list', 'business', () => l10n.t('Industries'), {
		column: 'Industries',
		page: ['needs', 1],
	}),
	'details.requirements.products': field('list', 'business', () => l10n.t('Products'), {
		column: 'Products',
		page: ['needs', 2],
	}),
	'details.requirements.services': field('list', 'business', () => l10n.t('Services'), {
		column: 'Services',
		page: ['needs', 3],
	}),
	'details.requirements.offers': field('list', 'business', () => l10n.t('Offers'), { column: 'Offers' }),
	'details.requirements.salesPlays': field('list', 'business', () => l10n.t('Sales plays'), {
		column: 'Sales Plays',
	}),
	'details.requirements.additionalRequirements': field('part', 'customer', () =>
		l10n.t('Additional requirements'),
	),
	'details.requirements.additionalRequirements.attributes': field(
		'list',
		'business',
		() => l10n.t('Attributes'),
		{
			column: 'Attributes',
		},
	),
	'details.requirements.additionalRequirements.attributes.type': field('code', 'open', () =>
		l10n.t('Attribute type'),
	),
	'details.requirements.additionalRequirements.attributes.id': field('id', 'business', () =>
		l10n.t('Attribute id'),
	),
	'details.requirements.additionalRequirements.iot': field('json', 'customer', () => l10n.t('Iot'), {
		column: 'IoT Requirements',
	}),
	'details.requirements.solutions': field('list', 'business', () => l10n.t('Solutions'), {
		numbered: 'Solution',
		page: ['needs', 4],
	}),
	'details.requirements.solutions.name': field('text', 'business', () => l10n.t('Solution name'), {
		column: '',
	}),
	'details.requirements.solutions.id': field('id', 'business', () => l10n.t('Solution id'), { column: 'ID' }),
	'details.requirements.solutions.type': field('code', 'open', () => l10n.t('Type of solution'), {
		column: 'Type',
	}),
	'details.requirements.solutions.solutionType': field('code', 'open', () => l10n.t('Solution type'), {
		column: 'Kind',
	}),
	'details.requirements.solutions.publisherName': field('text', 'business', () => l10n.t('Publisher name'), {
		column: 'Publisher',
	}),
	'details.requirements.solutions.price': field('money', 'business', () => l10n.t('Price'), {
		column: 'Price',
	}),
	'details.requirements.solutions.currency': field('code', 'business', () => l10n.t('Currency'), {
		column: 'Currency',
	}),
	'details.requirements.solutions.quantity': field('number', 'business', () => l10n.t('Quantity'), {
		column: 'Quantity',
	}),
	'details.requirements.solutions.closingDateTime': field('date', 'business', () => l10n.t('Closing'), {
		column: 'Close date',
	}),
};
