import * as l10n from '@vscode/l10n';
import { field } from './field.ts';

/** What is recorded about a referral: whose it is, and what the service and its programs note. */
export const record = {
	organizationId: field('id', 'open', () => l10n.t('Organization id'), {
		column: 'Organization ID',
		page: ['ids', 5],
	}),
	organizationName: field('text', 'business', () => l10n.t('Organization name'), {
		column: 'Organization Name',
		page: ['ids', 4],
	}),
	mpnId: field('id', 'open', () => l10n.t('Partner (MPN) id'), { column: 'MPN ID', page: ['ids', 6] }),
	referralProgram: field('code', 'open', () => l10n.t('Referral program'), { column: 'Referral Program' }),
	registrationStatus: field('code', 'open', () => l10n.t('Registration status'), {
		column: 'Registration Status',
	}),
	// How good the deal is thought to be, and how secret.
	quality: field('code', 'business', () => l10n.t('Quality'), { column: 'Quality' }),
	dealSensitivity: field('code', 'business', () => l10n.t('Deal sensitivity'), {
		column: 'Deal Sensitivity',
	}),
	favorite: field('flag', 'open', () => l10n.t('Favorite'), { column: 'Favorite' }),
	isSpam: field('flag', 'open', () => l10n.t('Is spam'), { column: 'Spam' }),
	// Typed.
	tags: field('list', 'customer', () => l10n.t('Tags'), { column: 'Tags' }),
	createdVia: field('code', 'open', () => l10n.t('Created via'), { column: 'Created via' }),
	lastModifiedVia: field('code', 'open', () => l10n.t('Last modified via'), { column: 'Last Modified via' }),
	lastRunId: field('id', 'open', () => l10n.t('Last run id'), { column: 'Last Run ID' }),
	trackingInfo: field('part', 'customer', () => l10n.t('Tracking info'), { column: 'Tracking' }),
	'trackingInfo.microsoftMsxId': field('id', 'open', () => l10n.t('Microsoft msx id')),
	eTag: field('id', 'open', () => l10n.t('ETag'), { page: ['ids', 8] }),
	// Addresses made of ids.
	links: field('json', 'open', () => l10n.t('Links')),
	// A name of the protocol's, the same in all languages.
	'@odata.context': field('id', 'open', () => '@odata.context'),
	registrations: field('list', 'customer', () => l10n.t('Registrations'), { numbered: 'Registration' }),
	'registrations.id': field('id', 'open', () => l10n.t('Registration id'), { column: 'ID' }),
	'registrations.registrationDateTime': field('instant', 'open', () => l10n.t('Registration'), {
		column: 'Date',
	}),
	'registrations.status': field('code', 'open', () => l10n.t('Status'), { column: 'Status' }),
	'registrations.statusReason': field('note', 'customer', () => l10n.t('Status reason'), {
		column: 'Status reason',
	}),
	'registrations.contract': field('part', 'business', () => l10n.t('Contract')),
	'registrations.contract.value': field('money', 'business', () => l10n.t('Contract value'), {
		column: 'Contract value',
	}),
	'registrations.contract.currency': field('code', 'business', () => l10n.t('Currency'), {
		column: 'Contract currency',
	}),
	'registrations.contract.term': field('number', 'business', () => l10n.t('Term'), {
		column: 'Contract term',
	}),
	'registrations.contract.startDateTime': field('date', 'business', () => l10n.t('Start'), {
		column: 'Contract start',
	}),
	'registrations.contract.endDateTime': field('date', 'business', () => l10n.t('End'), {
		column: 'Contract end',
	}),
	'registrations.contract.signDateTime': field('date', 'business', () => l10n.t('Sign'), {
		column: 'Contract signed',
	}),
	'registrations.solutionDetails': field('list', 'business', () => l10n.t('Solution details'), {
		column: 'Solutions',
	}),
	'registrations.statusHistory': field('json', 'open', () => l10n.t('Status history'), { column: 'History' }),
};
