import * as l10n from '@vscode/l10n';
import { field } from './field.ts';
import { member } from './member.ts';

/** Who the customer is. */
export const customer = {
	customerProfile: field('part', 'personal', () => l10n.t('Customer profile'), { page: ['customer', 5] }),
	'customerProfile.name': field('text', 'customer', () => l10n.t('Customer'), {
		column: 'Customer Name',
		page: ['customer', 1],
	}),
	'customerProfile.address': field('address', 'customer', () => l10n.t('Address'), { page: ['customer', 2] }),
	'customerProfile.address.addressLine1': field('text', 'customer', () => l10n.t('Address line 1'), {
		column: 'Customer Address 1',
	}),
	'customerProfile.address.addressLine2': field('text', 'customer', () => l10n.t('Address line 2'), {
		column: 'Customer Address 2',
	}),
	'customerProfile.address.city': field('text', 'customer', () => l10n.t('City'), {
		column: 'Customer City',
	}),
	'customerProfile.address.state': field('text', 'customer', () => l10n.t('State'), {
		column: 'Customer State',
	}),
	'customerProfile.address.region': field('text', 'customer', () => l10n.t('Region'), {
		column: 'Customer Region',
	}),
	'customerProfile.address.postalCode': field('text', 'customer', () => l10n.t('Postal code'), {
		column: 'Customer Postal Code',
	}),
	// In a small country, it is enough to tell a customer by.
	'customerProfile.address.country': field('code', 'customer', () => l10n.t('Country'), {
		column: 'Customer Country',
	}),
	'customerProfile.ids': field('list', 'customer', () => l10n.t('Customer ids'), { page: ['customer', 4] }),
	'customerProfile.ids.profileType': field('code', 'open', () => l10n.t('Profile type')),
	'customerProfile.ids.id': field('id', 'customer', () => l10n.t('Customer id')),
	// Who owns a D-U-N-S number is for everybody to look up.
	'customerProfile.ids.Duns': field('id', 'customer', () => l10n.t('Duns'), { column: 'Customer DUNS' }),
	'customerProfile.ids.External': field('id', 'customer', () => l10n.t('External'), {
		column: 'Customer External ID',
	}),
	'customerProfile.size': field('code', 'customer', () => l10n.t('Size'), {
		column: 'Customer Size',
		page: ['customer', 3],
	}),
	'customerProfile.isMatchingComplete': field('flag', 'open', () => l10n.t('Is matching complete'), {
		column: 'Customer Matching Complete',
	}),
	'customerProfile.team': field('people', 'personal', () => l10n.t('Contacts'), {
		numbered: 'Contact',
		page: ['contacts', 1],
	}),
	'customerProfile.team.firstName': member.firstName,
	'customerProfile.team.lastName': member.lastName,
	'customerProfile.team.title': member.title,
	'customerProfile.team.phoneNumber': member.phoneNumber,
	'customerProfile.team.email': member.email,
	'customerProfile.team.contactPreference': member.contactPreference,
	'customerProfile.team.contactPreference.locale': member.locale,
	'customerProfile.team.contactPreference.disableNotifications': member.disableNotifications,
};
